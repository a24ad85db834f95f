// Package sorting puts letters into bags.
package sorting

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"sort"

	"example.org/postroom/stamps"
)

// Letter is one piece of post.
type Letter struct {
	To    string
	Grams int
}

// Bag holds the letters for one destination.
type Bag struct {
	To      string
	Letters []Letter
	// Postage is what all of them cost together.
	Postage stamps.Price
}

// Day is everything that came in since the morning.
type Day struct {
	date string
	bags map[string]*Bag
}

// ErrWeightless is returned for a letter that weighs nothing.
var ErrWeightless = errors.New("a letter weighs something")

// NewDay opens an empty day.
func NewDay(date string) *Day {
	return &Day{date: date, bags: map[string]*Bag{}}
}

// Read takes in letters, one a line: a weight in grams and a destination.
func (d *Day) Read(from io.Reader) error {
	lines := bufio.NewScanner(from)
	for lines.Scan() {
		var letter Letter
		if _, err := fmt.Sscanf(lines.Text(), "%d %s", &letter.Grams, &letter.To); err != nil {
			return fmt.Errorf("%s: %w", d.date, err)
		}
		if err := d.add(letter); err != nil {
			return fmt.Errorf("%s: %w", d.date, err)
		}
	}
	return lines.Err()
}

// add puts a letter into the bag of its destination.
func (d *Day) add(letter Letter) error {
	if letter.Grams <= 0 {
		return ErrWeightless
	}
	bag, ok := d.bags[letter.To]
	if !ok {
		bag = &Bag{To: letter.To}
		d.bags[letter.To] = bag
	}
	bag.Letters = append(bag.Letters, letter)
	bag.Postage += stamps.For(letter.Grams)
	return nil
}

// Close gives the bags, the dearest first.
func (d *Day) Close() []Bag {
	bags := make([]Bag, 0, len(d.bags))
	for _, bag := range d.bags {
		bags = append(bags, *bag)
	}
	sort.Slice(bags, func(i, j int) bool { return bags[i].Postage > bags[j].Postage })
	return bags
}
