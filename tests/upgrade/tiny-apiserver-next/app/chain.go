package app

import (
	"log"
	"net/http"
	"os"

	"example.org/tiny-apiserver/app/options"
	"example.org/tiny-apiserver/registry"
	"example.org/tiny-apiserver/server"
)

// BuildChain builds the servers from the last to the first, because
// each is made with the one that it hands unknown requests to:
//
//	registry → generic → not found
func BuildChain(completed options.CompletedOptions) http.Handler {
	generic := server.NewGeneric(http.HandlerFunc(http.NotFound))

	store := registry.NewStore[[]byte](completed.Storage.MaxEntries)
	limits := registry.Limits{
		RequestBytes: completed.Serving.MaxRequestBytes,
		ValueBytes:   completed.Storage.MaxValueBytes,
	}
	chain := registry.NewServer(store, limits, generic)

	if completed.Logging.Level < options.LogRequests {
		return chain
	}
	return server.LogRequests(chain, log.New(os.Stderr, "", log.LstdFlags).Printf)
}
