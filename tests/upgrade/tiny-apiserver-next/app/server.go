// Package app puts the server together: from settings to a command, from a
// command to completed and checked settings, and from those to a server.
package app

import (
	"fmt"

	"example.org/tiny-apiserver/app/options"
	"example.org/tiny-apiserver/cli"
	"example.org/tiny-apiserver/server"
)

// NewCommand returns the command with its default settings. Nothing is
// decided, opened or started before the command is run.
func NewCommand() *cli.Command {
	s := options.NewServerRunOptions()
	cmd := &cli.Command{
		Use: "tiny-apiserver",
		Long: `
tiny-apiserver keeps values under keys and serves them over HTTP:

  GET    /registry/          all keys
  GET    /registry/<key>     one value
  PUT    /registry/<key>     store the request's body
  DELETE /registry/<key>     forget it
  GET    /readyz, /version   about the server itself

Everything is in memory and gone when the server stops.`,
		RunE: func(args []string) error {
			if len(args) > 0 {
				return fmt.Errorf("unexpected arguments %q: everything is set with flags", args)
			}
			if s.ShowVersion {
				fmt.Println(server.Version)
				return nil
			}

			// Fill in what the flags left open.
			completed, err := s.Complete()
			if err != nil {
				return err
			}

			// Check everything, and report everything that is wrong.
			if errs := completed.Validate(); len(errs) > 0 {
				return cli.NewAggregate(errs)
			}

			return Run(SetupSignalHandler(), completed)
		},
	}
	cmd.AddFlags(s.Flags())
	return cmd
}
