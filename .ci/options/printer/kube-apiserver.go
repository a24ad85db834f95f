package main

import (
	"github.com/spf13/pflag"

	// What the server's own main package loads.
	_ "k8s.io/component-base/metrics/prometheus/clientgo"
	_ "k8s.io/component-base/metrics/prometheus/version"
	"k8s.io/kubernetes/cmd/kube-apiserver/app"
	"k8s.io/kubernetes/cmd/kube-apiserver/app/options"
)

func main() {
	made := options.NewServerRunOptions()
	printOptions(made)
	sections := map[string]string{}
	sets := made.Flags()
	for _, name := range sets.Order {
		sets.FlagSets[name].VisitAll(func(f *pflag.Flag) { sections[f.Name] = name })
	}
	printFlags(app.NewAPIServerCommand().Flags(), sections)
}
