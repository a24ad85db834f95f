package app

import "example.org/tiny-apiserver/cli"

// Execute runs the command with this process's arguments and returns its exit
// code.
func Execute() int {
	return runRoot()
}

func runRoot() int {
	return cli.Run(NewCommand())
}
