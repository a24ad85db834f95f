// Package settings is a server's options under other names than most have.
package settings

import (
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/pflag"
)

const (
	first = iota + 1
	second
)

var modes = []string{"open", "shut"}

// Level is a flag.Value of its own.
type Level int

func (l *Level) String() string { return fmt.Sprintf("level-%d", int(*l)) }

func (l *Level) Set(string) error { return nil }

func (l *Level) Type() string { return "level" }

// Listener is one of two alike.
type Listener struct {
	Address string
	Grace   time.Duration
}

// Settings is everything.
type Settings struct {
	Public  *Listener
	Private Listener
	Modes   []string
	Level   Level
	Labels  map[string]string
	Host    string
	Limit   int
}

func newListener(port int) *Listener {
	return &Listener{Address: fmt.Sprintf("127.0.0.1:%d", port), Grace: 90 * time.Second}
}

// Make returns the defaults.
func Make() *Settings {
	host, err := os.Hostname()
	if err != nil {
		host = "nobody"
	}
	x := &Settings{Public: newListener(8000 + first), Private: *newListener(8000 + second), Modes: modes[:1], Level: second, Host: host}
	x.Public.Grace = time.Minute
	x.Labels = map[string]string{"tier": strings.ToUpper("front")}
	return x
}

func (l *Listener) declare(prefix string, fs *pflag.FlagSet) {
	fs.StringVar(&l.Address, prefix+"-address", l.Address, "The `address` of the "+prefix+" side.")
	fs.DurationVar(&l.Grace, prefix+"-grace", l.Grace, "How long to wait.")
}

// Declare declares the flags.
func (x *Settings) Declare(fs *pflag.FlagSet) {
	for prefix, listener := range map[string]*Listener{"public": x.Public, "private": &x.Private} {
		listener.declare(prefix, fs)
	}
	fs.StringSliceVarP(&x.Modes, "mode", "m", x.Modes, "Any of "+strings.Join(modes, ", ")+".")
	fs.Var(&x.Level, "level", "How much.")
	fs.StringVar(&x.Host, "host", x.Host, "The name of this machine.")
	fs.IntVar(&x.Limit, "limit", x.Limit, "At most so many.")
	fs.StringToStringVar(&x.Labels, "labels", x.Labels, "What it is called.")
	fs.MarkDeprecated("limit", "there is none")
}

// Fill decides what was left open.
func (x *Settings) Fill() error {
	if x.Limit == 0 {
		x.Limit = len(x.Modes)
	}
	if x.Private.Address == x.Public.Address {
		return fmt.Errorf("both sides listen on %s", x.Public.Address)
	}
	return nil
}

// Judge collects objections.
func (x *Settings) Judge() []error {
	var errs []error
	if x.Limit < 0 {
		errs = append(errs, fmt.Errorf("--limit %d is negative", x.Limit))
	}
	errs = append(errs, x.Public.judge()...)
	return errs
}

func (l *Listener) judge() []error {
	if l.Grace > time.Hour {
		return []error{fmt.Errorf("nobody waits for %v", l.Grace)}
	}
	return nil
}

// Endless needs itself.
func Endless() *Settings {
	return Endless()
}
