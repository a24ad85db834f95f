package cli

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

func TestRunTurnsOutcomesIntoExitCodes(t *testing.T) {
	outcomes := []struct {
		name   string
		args   []string
		body   error
		code   int
		stdout string
		stderr string
	}{
		{name: "fine", args: []string{"--count=3"}, code: exitFine},
		{name: "help", args: []string{"--help"}, code: exitFine, stdout: "--count int"},
		{name: "unknown flag", args: []string{"--colour"}, code: exitMisused, stderr: "-colour"},
		{name: "not a number", args: []string{"--count=many"}, code: exitMisused, stderr: "many"},
		{name: "failed", body: errors.New("the disk is full"), code: exitFailed, stderr: "the disk is full"},
	}
	for _, outcome := range outcomes {
		t.Run(outcome.name, func(t *testing.T) {
			count := 1
			var sections NamedFlagSets
			sections.FlagSet("counting").IntVar(&count, "count", count, "How many.")
			command := &Command{Use: "counter", RunE: func([]string) error { return outcome.body }}
			command.AddFlags(sections)

			var stdout, stderr bytes.Buffer
			code := run(command, outcome.args, &stdout, &stderr)
			if code != outcome.code {
				t.Errorf("exit code %d, want %d", code, outcome.code)
			}
			if !strings.Contains(stdout.String(), outcome.stdout) {
				t.Errorf("stdout %q does not mention %q", &stdout, outcome.stdout)
			}
			if !strings.Contains(stderr.String(), outcome.stderr) {
				t.Errorf("stderr %q does not mention %q", &stderr, outcome.stderr)
			}
		})
	}
}

func TestSectionsKeepTheirOrder(t *testing.T) {
	var sections NamedFlagSets
	for _, name := range []string{"serving", "storage", "serving"} {
		sections.FlagSet(name)
	}
	if got := strings.Join(sections.order, " "); got != "serving storage" {
		t.Errorf("sections in order %q", got)
	}
}

func TestAggregateSaysEverything(t *testing.T) {
	if err := NewAggregate(nil); err != nil {
		t.Errorf("no errors became %v", err)
	}
	err := NewAggregate([]error{errors.New("too hot"), errors.New("too loud")})
	if want := "2 problems\n  - too hot\n  - too loud"; err.Error() != want {
		t.Errorf("got %q, want %q", err, want)
	}
}
