// Package odd does with its options what can't be followed, among things that can.
package odd

import (
	"fmt"
	"net"
	"os"
	"strings"

	"example.org/elsewhere/bundle"
	"github.com/spf13/pflag"
)

// Options is everything.
type Options struct {
	Plain  string
	Caller string
	Last   string
	Found  bool
	Swings int
	Nested string
	Kept   string
	Bundle string

	Address, Mode string
}

// New makes the options.
func New() *Options {
	o := &Options{Plain: "plain", Caller: callerName("odd"), Kept: "kept"}
	o.Last, o.Found = "none", false
	// What one round sets, the next may read.
	count := 0
	for _, word := range os.Args {
		if count > 0 {
			o.Last = word
		}
		if word == "" {
			continue
		}
		count++
	}
	o.Swings = swings(os.Getenv("SWINGS"))
	o.Nested = "before"
outer:
	for {
		for _, word := range strings.Fields("a b") {
			if os.Getenv(word) != "" {
				break outer
			}
		}
		o.Nested = "after"
		break
	}
	ip, network, _ := net.ParseCIDR("10.0.0.1/8")
	mask := net.CIDRMask(8, 32)
	o.Address = fmt.Sprintf("%s/%d of %s %v", ip.String(), 8, network, mask)
	o.Mode = fmt.Sprint(os.FileMode(0o644))
	return o
}

// callerName skips what it is told to skip, which a running program alone knows.
func callerName(skipped string) string {
	name := "????"
	for i := 1; i < 10; i++ {
		file := os.Args[i]
		if strings.Contains(file, skipped) {
			continue
		}
		name = fmt.Sprintf("%s:%d", file, i)
		break
	}
	return name
}

// swings leaves a switch early.
func swings(given string) int {
	n := 1
	switch {
	case len(given) < 3:
		if given == "" {
			break
		}
		n = 2
	}
	return n
}

// Declare declares the flags in ways of all kinds.
func (o *Options) Declare(fs *pflag.FlagSet) {
	fs.StringVar(&o.Plain, "plain", o.Plain, "A plain one.")
	fs.StringVar(&o.Last, os.Getenv("PREFIX")+"-last", o.Last, "Whatever it is called.")
	bundle.Declare(&o.Bundle, fs)
	again(fs, 0)
	if os.Getenv("MORE") != "" {
		fs.StringVar(&o.Nested, "nested", o.Nested, "Perhaps.")
	}
	fs.StringVar(&o.Kept, "kept", o.Kept, "Another plain one.")
}

// again never ends.
func again(fs *pflag.FlagSet, n int) {
	again(fs, n+1)
}

// Try makes options where it can.
func Try() (*Options, error) {
	name, err := os.Hostname()
	if err != nil {
		return nil, err
	}
	return &Options{Plain: "tried", Caller: name}, nil
}
