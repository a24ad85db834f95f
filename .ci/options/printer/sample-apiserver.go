package main

import (
	"os"

	"k8s.io/sample-apiserver/pkg/cmd/server"
)

func main() {
	made := server.NewWardleServerOptions(os.Stdout, os.Stderr)
	printOptions(made)
	printFlags(server.NewCommandStartWardleServer(made, nil).Flags(), nil)
}
