package cli

import (
	"flag"
	"fmt"
	"io"
)

// NamedFlagSets keeps flags in sections, in the order in which the sections
// were first asked for. The zero value is ready to use.
type NamedFlagSets struct {
	order    []string
	sections map[string]*flag.FlagSet
}

// FlagSet returns the section of that name, making it at the first call.
func (n *NamedFlagSets) FlagSet(name string) *flag.FlagSet {
	if section, ok := n.sections[name]; ok {
		return section
	}
	if n.sections == nil {
		n.sections = map[string]*flag.FlagSet{}
	}
	section := flag.NewFlagSet(name, flag.ContinueOnError)
	n.sections[name] = section
	n.order = append(n.order, name)
	return section
}

// VisitAll calls visit for each section in order.
func (n *NamedFlagSets) VisitAll(visit func(name string, section *flag.FlagSet)) {
	for _, name := range n.order {
		visit(name, n.sections[name])
	}
}

// Print writes every section with its flags, their kinds and their defaults.
func (n *NamedFlagSets) Print(w io.Writer) {
	n.VisitAll(func(name string, section *flag.FlagSet) {
		fmt.Fprintf(w, "\n%s flags:\n", name)
		section.VisitAll(func(f *flag.Flag) {
			kind, usage := flag.UnquoteUsage(f)
			head := "--" + f.Name
			if kind != "" {
				head += " " + kind
			}
			if f.DefValue != "" {
				usage += fmt.Sprintf(" (default %s)", f.DefValue)
			}
			fmt.Fprintf(w, "  %s\n        %s\n", head, usage)
		})
	})
}
