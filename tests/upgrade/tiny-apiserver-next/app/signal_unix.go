//go:build !windows

package app

import (
	"os"
	"syscall"
)

// stopSignals are Ctrl-C and what service managers send.
var stopSignals = []os.Signal{os.Interrupt, syscall.SIGTERM}
