// Command other has nothing to do with the server.
package main

func main() {
	println("hello")
}
