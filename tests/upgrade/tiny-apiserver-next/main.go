// Command tiny-apiserver serves a small registry of keys and values over HTTP.
//
// It is a reading companion: a program small enough to hold in one's head,
// built in the order in which a large API server is built. The options are
// made, completed, validated, and only then run.
package main

import (
	"os"

	"example.org/tiny-apiserver/app"
)

func main() {
	code := app.Execute()
	os.Exit(code)
}
