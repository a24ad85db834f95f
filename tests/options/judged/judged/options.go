// Package judged demands things of its options in all the ways that can be judged without running it, and in some that can't.
package judged

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

const plain = "plain"

var kinds = []string{"round", "square"}

// Log is a group of options.
type Log struct {
	Path   string
	Format string
}

func (l *Log) enabled() bool { return l != nil && l.Path != "" }

// Options is everything.
type Options struct {
	Log   *Log
	Kind  string
	Wait  time.Duration
	Pairs []string
	Name  string
}

// New makes the options.
func New() *Options {
	return &Options{Log: &Log{Format: plain}, Kind: kinds[0], Wait: time.Minute}
}

// Judge collects objections.
func (s *Options) Judge() []error {
	var errs []error
	if s.Wait < time.Second {
		errs = append(errs, errors.New("too hasty"))
	}
	for _, pair := range s.Pairs {
		parts := strings.Split(pair, "=")
		if len(parts) != 2 {
			errs = append(errs, fmt.Errorf("%q is no pair", pair))
			continue
		}
		if parts[0] == "" {
			errs = append(errs, fmt.Errorf("%q has no key", pair))
		}
	}
	errs = append(errs, s.Log.judge(s.Name)...)
	if err := known(s.Kind); err != nil {
		errs = append(errs, err)
	}
	used := s.Name
	if used == "" {
		used = "nobody"
	}
	if used == "" {
		errs = append(errs, errors.New("never said"))
	}
	switch s.Name {
	case "a", "b":
		errs = append(errs, errors.New("too short"))
	case "root":
		errs = append(errs, errors.New("too mighty"))
	default:
		if strings.HasPrefix(s.Name, "-") {
			errs = append(errs, errors.New("no flag, please"))
		}
	}
	return errs
}

func (s *Log) judge(owner string) []error {
	if !s.enabled() {
		return nil
	}
	if s.Format != plain {
		return []error{errors.New("only plain")}
	}
	if owner == "" {
		return []error{errors.New("whose log is it")}
	}
	return nil
}

func known(kind string) error {
	for _, one := range kinds {
		if one == kind {
			return nil
		}
	}
	return errors.New("no such kind")
}
