package main

import "example.org/kettle/app"

func main() {
	app.NewCommand().Run()
}
