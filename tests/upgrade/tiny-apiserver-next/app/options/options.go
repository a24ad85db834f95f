// Package options holds everything that can be decided about the server from
// outside: the settings, their defaults, their flags and their rules.
package options

import (
	"flag"
	"time"

	"example.org/tiny-apiserver/cli"
)

// Group is what the parts of ServerRunOptions have in common. Each part has a
// constructor that knows its defaults, so a Group is usable from the start.
type Group interface {
	// AddFlags lets the command line change the settings of the group.
	AddFlags(fs *flag.FlagSet)
	// Validate returns every reason why the group cannot be used.
	Validate() []error
}

// ServerRunOptions is every setting of the server, in groups.
type ServerRunOptions struct {
	Serving *ServingOptions
	Storage *StorageOptions
	Logging *LoggingOptions

	// ShowVersion asks for the version instead of a running server.
	ShowVersion bool
}

// NewServerRunOptions returns the settings of a server nobody has asked
// anything of: all defaults, before any flag is parsed.
func NewServerRunOptions() *ServerRunOptions {
	s := ServerRunOptions{
		Serving: NewServingOptions(),
		Storage: NewStorageOptions(),
		Logging: NewLoggingOptions(),
	}

	// A teaching program is started by hand and stopped by hand, a moment later.
	s.Serving.ShutdownGrace = min(teachingGrace, defaultGrace)

	return &s
}

// Flags returns the flags of all groups, a named section for each.
func (s *ServerRunOptions) Flags() (sections cli.NamedFlagSets) {
	s.Serving.AddFlags(sections.FlagSet("serving"))
	s.Storage.AddFlags(sections.FlagSet("storage"))
	s.Logging.AddFlags(sections.FlagSet("logging"))

	misc := sections.FlagSet("misc")
	misc.BoolVar(&s.ShowVersion, "version", s.ShowVersion, "Print the version and stop.")

	return sections
}

func min(a, b time.Duration) time.Duration {
	if a < b {
		return a
	}
	return b
}
