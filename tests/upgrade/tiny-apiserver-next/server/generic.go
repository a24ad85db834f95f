// Package server holds what any server of the chain can use: routes with a
// delegate behind them, the answers every server gives, and a request log.
package server

import (
	"encoding/json"
	"io"
	"net/http"
	"runtime"
)

// Version is what /version and --version say.
const Version = "v0.2.0"

// Delegating answers the requests it has a route for and hands all others to
// the next server.
type Delegating struct {
	routes   http.ServeMux
	delegate http.Handler
}

// NewDelegating returns a server without routes in front of delegate.
func NewDelegating(delegate http.Handler) *Delegating {
	return &Delegating{delegate: delegate}
}

// Handle adds a route; pattern is one that http.ServeMux takes.
func (d *Delegating) Handle(pattern string, handler http.HandlerFunc) {
	d.routes.HandleFunc(pattern, handler)
}

// ServeHTTP implements http.Handler.
func (d *Delegating) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if handler, pattern := d.routes.Handler(r); pattern != "" {
		handler.ServeHTTP(w, r)
		return
	}
	d.delegate.ServeHTTP(w, r)
}

// NewGeneric returns the server that knows nothing of any registry and can
// still say whether it is ready and which version it is.
func NewGeneric(delegate http.Handler) *Delegating {
	generic := NewDelegating(delegate)
	generic.Handle("/readyz", func(w http.ResponseWriter, _ *http.Request) {
		io.WriteString(w, "ok")
	})
	generic.Handle("/version", serveVersion)
	return generic
}

func serveVersion(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	answer := json.NewEncoder(w)
	answer.SetIndent("", "  ")
	answer.Encode(struct {
		Version   string `json:"version"`
		GoVersion string `json:"goVersion"`
		Platform  string `json:"platform"`
	}{Version, runtime.Version(), runtime.GOOS + "/" + runtime.GOARCH})
}
