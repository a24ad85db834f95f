// Package cli holds the little that a program with one command needs:
// flags in named sections, a body that may fail, and an exit code.
package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
)

// Exit codes of Run.
const (
	exitFine = iota
	exitFailed
	exitMisused
)

// Command is a program: a name, a text for people, flags, and a body.
type Command struct {
	// Use is the name the program is called by.
	Use string
	// Long tells a person who asked for help what the program does.
	Long string
	// RunE is the body. It is called once the flags have been parsed, with
	// whatever was left on the command line.
	RunE func(args []string) error

	sections NamedFlagSets
}

// AddFlags gives the command the flags of all sections.
func (c *Command) AddFlags(sections NamedFlagSets) {
	c.sections = sections
}

// Execute parses args and runs the body.
func (c *Command) Execute(args []string) error {
	flags := flag.NewFlagSet(c.Use, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	c.sections.VisitAll(func(_ string, section *flag.FlagSet) {
		section.VisitAll(func(f *flag.Flag) {
			flags.Var(f.Value, f.Name, f.Usage)
		})
	})
	if err := flags.Parse(args); err != nil {
		return &usageError{err}
	}
	return c.RunE(flags.Args())
}

// PrintHelp writes the long text and every flag, section by section.
func (c *Command) PrintHelp(w io.Writer) {
	fmt.Fprintf(w, "%s\n\nUsage:\n  %s [flags]\n", strings.TrimSpace(c.Long), c.Use)
	c.sections.Print(w)
}

// Run executes the command with the arguments of this process, tells a person
// what went wrong, if anything did, and returns the exit code. It does not
// exit, so that main stays the only place where the process can end.
func Run(command *Command) int {
	return run(command, os.Args[1:], os.Stdout, os.Stderr)
}

func run(command *Command, args []string, stdout, stderr io.Writer) int {
	err := command.Execute(args)
	var misuse *usageError
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, flag.ErrHelp):
		command.PrintHelp(stdout)
		return exitFine
	case errors.As(err, &misuse):
		fmt.Fprintf(stderr, "%s: %v\nRun %s --help for the flags.\n", command.Use, err, command.Use)
		return exitMisused
	default:
		fmt.Fprintf(stderr, "%s: %v\n", command.Use, err)
		return exitFailed
	}
}

// usageError marks an error that came from the command line's form, not from
// what the program then did.
type usageError struct {
	error
}

func (e *usageError) Unwrap() error { return e.error }
