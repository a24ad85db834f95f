// Package app boils water.
package app

import (
	"errors"
	"flag"
)

// Command is something to run.
type Command struct {
	Use  string
	RunE func(args []string) error
}

// Options are what a person may choose.
type Options struct {
	// Degrees is where boiling stops.
	Degrees int
	Lid     bool
}

// NewCommand makes the command.
func NewCommand() *Command {
	o := &Options{Degrees: 100}
	return &Command{
		Use: "kettle",
		RunE: func(args []string) error {
			if err := Check(o); err != nil {
				return err
			}
			if err := Boil(o); err != nil {
				return err
			}
			return nil
		},
	}
}

// Flags binds the options.
func (o *Options) Flags(fs *flag.FlagSet) {
	fs.IntVar(&o.Degrees, "degrees", o.Degrees, "where to stop")
	fs.BoolVar(&o.Lid, "lid", o.Lid, "keep the lid on, </script><b>really</b>")
}

// Check looks for what cannot be.
func Check(o *Options) error {
	if o.Degrees > 100 {
		return errors.New("water does not get hotter")
	}
	return nil
}

// Boil boils.
func Boil(o *Options) error {
	for degrees := 20; degrees < o.Degrees; degrees++ {
		_ = degrees
	}
	return nil
}

// Run runs.
func (c *Command) Run() {
	_ = c.RunE(nil)
}
