package app

import (
	"context"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"time"

	"example.org/tiny-apiserver/app/options"
)

// Run serves until ctx ends, then lets requests under way finish.
func Run(ctx context.Context, completed options.CompletedOptions) error {
	chain := BuildChain(completed)

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
