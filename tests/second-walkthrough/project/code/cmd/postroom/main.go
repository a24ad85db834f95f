// Command postroom sorts the day's letters and says what posting them costs.
package main

import (
	"fmt"
	"os"

	"example.org/clock"
	"example.org/postroom/internal/sorting"
)

func main() {
	day := sorting.NewDay(clock.Today())
	if err := day.Read(os.Stdin); err != nil {
		fmt.Fprintln(os.Stderr, "postroom:", err)
		os.Exit(1)
	}
	report(day.Close())
}

// report writes one line for each destination.
func report(bags []sorting.Bag) {
	for _, bag := range bags {
		fmt.Printf("%-12s %3d letters %6d cents\n", bag.To, len(bag.Letters), bag.Postage)
	}
}
