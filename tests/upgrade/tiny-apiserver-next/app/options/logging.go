package options

import (
	"flag"
	"fmt"
	"strings"
)

// LogLevel says how talkative the server is.
type LogLevel int

// The levels, from quiet to talkative.
const (
	// LogErrors reports what went wrong and nothing else.
	LogErrors LogLevel = iota
	// LogEvents reports starting and stopping as well.
	LogEvents
	// LogRequests reports every request too.
	LogRequests
)

var levelNames = [...]string{LogErrors: "errors", LogEvents: "events", LogRequests: "requests"}

// String returns the name that Set takes.
func (l LogLevel) String() string {
	if l < 0 || int(l) >= len(levelNames) {
		return fmt.Sprintf("LogLevel(%d)", int(l))
	}
	return levelNames[l]
}

// Set makes *LogLevel a flag.Value.
func (l *LogLevel) Set(name string) error {
	for level, known := range levelNames {
		if name == known {
			*l = LogLevel(level)
			return nil
		}
	}
	return fmt.Errorf("not one of %s", strings.Join(levelNames[:], ", "))
}

// LoggingOptions says what the server reports on standard error.
type LoggingOptions struct {
	Level LogLevel
}

var _ Group = (*LoggingOptions)(nil)

// NewLoggingOptions returns the default: starting and stopping are reported.
func NewLoggingOptions() *LoggingOptions {
	return &LoggingOptions{Level: LogEvents}
}

// AddFlags implements Group.
func (o *LoggingOptions) AddFlags(fs *flag.FlagSet) {
	fs.Var(&o.Level, "log", "The `level` of reports: errors, events or requests.")
}

// Validate implements Group.
func (o *LoggingOptions) Validate() []error {
	if o.Level < LogErrors || o.Level > LogRequests {
		return []error{fmt.Errorf("--log %v is no level", o.Level)}
	}
	return nil
}
