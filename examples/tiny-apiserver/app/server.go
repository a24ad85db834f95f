// Package app puts the server together: from settings to a command, from a
// command to completed and checked settings, and from those to a server.
package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"time"

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
			completed, err := Complete(s)
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

// completedOptions are settings that Complete has been through. Run asks for
// this type and no other package can name it, so nobody runs a server with
// settings that were left open by oversight.
type completedOptions struct {
	*options.ServerRunOptions
}

// Complete decides what the flags left open. It looks at the machine and at
// other settings, and does not judge any of them: that is for Validate.
func Complete(s *options.ServerRunOptions) (completedOptions, error) {
	if s.Serving.AdvertiseAddress == "" {
		address, err := reachableAddress(s.Serving.BindAddress)
		if err != nil {
			return completedOptions{}, fmt.Errorf("finding an address to advertise: %w", err)
		}
		s.Serving.AdvertiseAddress = address
	}

	// Groups don't know each other; a setting that follows another group's is
	// settled here, above both.
	if s.Serving.MaxRequestBytes == 0 {
		s.Serving.MaxRequestBytes = s.Storage.MaxValueBytes
	}

	return completedOptions{ServerRunOptions: s}, nil
}

// reachableAddress returns bindAddress, or, where that means every interface,
// the machine's first address that others can reach.
func reachableAddress(bindAddress string) (string, error) {
	if ip := net.ParseIP(bindAddress); ip == nil || !ip.IsUnspecified() {
		return bindAddress, nil
	}
	addresses, err := net.InterfaceAddrs()
	if err != nil {
		return "", err
	}
	for _, address := range addresses {
		if network, ok := address.(*net.IPNet); ok && network.IP.IsGlobalUnicast() {
			return network.IP.String(), nil
		}
	}
	return "", errors.New("this machine has no address but loopback; set --advertise-address")
}

// Run serves until ctx ends, then lets requests under way finish.
func Run(ctx context.Context, completed completedOptions) error {
	chain := CreateServerChain(completed)

	listener, err := net.Listen("tcp", completed.Serving.ListenAddress())
	if err != nil {
		return err
	}
	httpServer := &http.Server{Handler: chain, ReadHeaderTimeout: 10 * time.Second}
	events := eventLog(completed.Logging.Level)
	events.Printf("serving on http://%s, advertised as %s", listener.Addr(), completed.Serving.AdvertiseAddress)

	failed := make(chan error, 1)
	go func() { failed <- httpServer.Serve(listener) }()

	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}

	events.Printf("stopping, %v at most", completed.Serving.ShutdownGrace)
	deadline, cancel := context.WithTimeout(context.Background(), completed.Serving.ShutdownGrace)
	defer cancel()
	if err := httpServer.Shutdown(deadline); err != nil {
		return fmt.Errorf("some requests did not end in time: %w", err)
	}
	events.Printf("stopped")
	return nil
}

// eventLog returns a log for starting and stopping, silent below LogEvents.
func eventLog(level options.LogLevel) *log.Logger {
	events := log.New(os.Stderr, "", log.LstdFlags)
	if level < options.LogEvents {
		events.SetOutput(io.Discard)
	}
	return events
}
