package options

import (
	"flag"
	"strings"
	"testing"
)

// completed returns the defaults with the two open settings filled in, as
// app.Complete would.
func completed() *ServerRunOptions {
	s := NewServerRunOptions()
	s.Serving.AdvertiseAddress = s.Serving.BindAddress
	s.Serving.MaxRequestBytes = s.Storage.MaxValueBytes
	return s
}

func TestDefaultsAreValidOnceCompleted(t *testing.T) {
	if errs := completed().Validate(); len(errs) > 0 {
		t.Errorf("the defaults are refused: %v", errs)
	}
}

func TestValidateCollectsFromEveryGroup(t *testing.T) {
	s := completed()
	s.Serving.Port = 70000
	s.Serving.BindAddress = "everywhere"
	s.Storage.MaxEntries = 0
	s.Serving.MaxRequestBytes = 1

	errs := s.Validate()
	if len(errs) != 4 {
		t.Fatalf("got %d errors, want 4: %v", len(errs), errs)
	}
	for i, flagName := range []string{"--bind-address", "--port", "--max-entries", "--max-request-bytes"} {
		if !strings.HasPrefix(errs[i].Error(), flagName) {
			t.Errorf("error %d is %q, want one about %s", i, errs[i], flagName)
		}
	}
}

func TestFlagsFillTheOptions(t *testing.T) {
	s := NewServerRunOptions()
	sections := s.Flags()
	sections.VisitAll(func(_ string, section *flag.FlagSet) {
		section.VisitAll(func(f *flag.Flag) {
			if f.Name == "log" {
				if err := f.Value.Set("requests"); err != nil {
					t.Error(err)
				}
			}
		})
	})
	if s.Logging.Level != LogRequests {
		t.Errorf("level is %v after --log=requests", s.Logging.Level)
	}
	if err := s.Logging.Level.Set("everything"); err == nil {
		t.Error("an unknown level is accepted")
	}
}
