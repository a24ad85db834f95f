package cli

import (
	"fmt"
	"strings"
)

// Aggregate is several errors that are reported as one.
type Aggregate []error

// NewAggregate returns nil where there is nothing to report, so that its
// result can be returned as it is.
func NewAggregate(errs []error) error {
	if len(errs) == 0 {
		return nil
	}
	return Aggregate(errs)
}

// Error lists every message on a line of its own.
func (a Aggregate) Error() string {
	if len(a) == 1 {
		return a[0].Error()
	}
	var text strings.Builder
	fmt.Fprintf(&text, "%d problems", len(a))
	for _, err := range a {
		fmt.Fprintf(&text, "\n  - %v", err)
	}
	return text.String()
}
