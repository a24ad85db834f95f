//go:build windows

package app

import "os"

// stopSignals is Ctrl-C, the only request to stop that reaches a console
// program on Windows as a signal.
var stopSignals = []os.Signal{os.Interrupt}
