package odd

func broken( {
	this is not Go
}

// Torn makes options in the middle of which somebody stopped writing.
func Torn() *Options {
	o := &Options{Plain: "torn"}
	o.Last = = "?"
	o.Kept = "kept all the same"
	return o
}
