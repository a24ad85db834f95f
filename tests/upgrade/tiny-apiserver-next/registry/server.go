package registry

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"

	"example.org/tiny-apiserver/server"
)

// prefix is the path under which all keys live.
const prefix = "/registry/"

// Limits bounds what one request may bring, in bytes.
type Limits struct {
	RequestBytes int64
	ValueBytes   int64
}

// Server serves a Storage of bytes under /registry/ and hands every other
// request to its delegate.
type Server struct {
	*server.Delegating
	storage Storage[[]byte]
	limits  Limits
}

// NewServer returns a server in front of delegate.
func NewServer(storage Storage[[]byte], limits Limits, delegate http.Handler) *Server {
	s := &Server{
		Delegating: server.NewDelegating(delegate),
		storage:    storage,
		limits:     limits,
	}
	s.Handle(prefix, s.serveKey)
	return s
}

// serveKey answers every request under the prefix.
func (s *Server) serveKey(w http.ResponseWriter, r *http.Request) {
	key := strings.TrimPrefix(r.URL.Path, prefix)
	switch {
	case key == "" && r.Method == http.MethodGet:
		for _, known := range s.storage.Keys() {
			fmt.Fprintln(w, known)
		}
	case key == "":
		http.Error(w, "a key is missing after "+prefix, http.StatusBadRequest)
	case r.Method == http.MethodGet:
		s.get(w, key)
	case r.Method == http.MethodPut:
		s.put(w, r, key)
	case r.Method == http.MethodDelete:
		s.delete(w, key)
	default:
		w.Header().Set("Allow", "GET, PUT, DELETE")
		http.Error(w, r.Method+" is not one of GET, PUT, DELETE", http.StatusMethodNotAllowed)
	}
}

func (s *Server) get(w http.ResponseWriter, key string) {
	value, ok := s.storage.Get(key)
	if !ok {
		notThere(w, key)
		return
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Write(value)
}

func (s *Server) put(w http.ResponseWriter, r *http.Request, key string) {
	value, err := io.ReadAll(http.MaxBytesReader(w, r.Body, s.limits.RequestBytes))
	var tooLong *http.MaxBytesError
	switch {
	case errors.As(err, &tooLong), err == nil && int64(len(value)) > s.limits.ValueBytes:
		http.Error(w, fmt.Sprintf("a value may have %d bytes", s.limits.ValueBytes), http.StatusRequestEntityTooLarge)
		return
	case err != nil:
		http.Error(w, "the request's body could not be read", http.StatusBadRequest)
		return
	}

	created, err := s.storage.Put(key, value)
	switch {
	case errors.Is(err, ErrFull):
		http.Error(w, err.Error(), http.StatusInsufficientStorage)
	case err != nil:
		http.Error(w, err.Error(), http.StatusInternalServerError)
	case created:
		w.WriteHeader(http.StatusCreated)
	}
}

func (s *Server) delete(w http.ResponseWriter, key string) {
	if !s.storage.Delete(key) {
		notThere(w, key)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func notThere(w http.ResponseWriter, key string) {
	http.Error(w, fmt.Sprintf("nothing is stored under %q", key), http.StatusNotFound)
}
