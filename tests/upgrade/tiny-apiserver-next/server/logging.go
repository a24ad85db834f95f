package server

import (
	"net/http"
	"time"
)

// statusRecorder is a ResponseWriter that remembers the status it was given.
type statusRecorder struct {
	http.ResponseWriter
	status int
}

// WriteHeader records status on its way to the embedded writer.
func (r *statusRecorder) WriteHeader(status int) {
	r.status = status
	r.ResponseWriter.WriteHeader(status)
}

// LogRequests reports each request that next has answered, through printf.
func LogRequests(next http.Handler, printf func(format string, values ...any)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		recorder := &statusRecorder{ResponseWriter: w, status: http.StatusOK}
		start := time.Now()
		next.ServeHTTP(recorder, r)
		printf("%s %q %d in %v", r.Method, r.URL.Path, recorder.status, time.Since(start).Round(time.Microsecond))
	})
}
