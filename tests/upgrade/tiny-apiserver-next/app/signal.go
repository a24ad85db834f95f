package app

import (
	"context"
	"os/signal"
)

// SetupSignalHandler returns a context that ends at the first request to stop.
// After that the signals have their usual effect again: a second Ctrl-C ends
// the process at once.
func SetupSignalHandler() context.Context {
	ctx, restore := signal.NotifyContext(context.Background(), stopSignals...)
	go func() {
		<-ctx.Done()
		restore()
	}()
	return ctx
}
