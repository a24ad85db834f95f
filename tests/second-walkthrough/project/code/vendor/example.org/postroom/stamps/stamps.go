// Package stamps knows what posting a letter costs.
package stamps

// Price is in cents.
type Price int

// For tells the price of a letter of so many grams.
func For(grams int) Price {
	price := Price(85)
	for limit := 20; grams > limit; limit += 30 {
		price += 15
	}
	return price
}
