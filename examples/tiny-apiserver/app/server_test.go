package app

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"example.org/tiny-apiserver/app/options"
)

func TestCompleteFillsOnlyWhatIsOpen(t *testing.T) {
	s := options.NewServerRunOptions()
	s.Serving.AdvertiseAddress = "192.0.2.7"
	s.Storage.MaxValueBytes = 123

	completed, err := Complete(s)
	if err != nil {
		t.Fatal(err)
	}
	if got := completed.Serving.AdvertiseAddress; got != "192.0.2.7" {
		t.Errorf("a given address was replaced by %s", got)
	}
	if got := completed.Serving.MaxRequestBytes; got != 123 {
		t.Errorf("request limit %d does not follow the value limit 123", got)
	}
}

func TestChainHandsOnWhatItDoesNotKnow(t *testing.T) {
	completed, err := Complete(options.NewServerRunOptions())
	if err != nil {
		t.Fatal(err)
	}
	chain := CreateServerChain(completed)

	exchanges := []struct {
		method, path, body string
		code               int
		answer             string
	}{
		{http.MethodGet, "/readyz", "", http.StatusOK, "ok"},
		{http.MethodGet, "/version", "", http.StatusOK, "v0.1.0"},
		{http.MethodGet, "/registry/pods/nginx", "", http.StatusNotFound, "pods/nginx"},
		{http.MethodPut, "/registry/pods/nginx", "hello", http.StatusCreated, ""},
		{http.MethodPut, "/registry/pods/nginx", "hello again", http.StatusOK, ""},
		{http.MethodGet, "/registry/pods/nginx", "", http.StatusOK, "hello again"},
		{http.MethodGet, "/registry/", "", http.StatusOK, "pods/nginx\n"},
		{http.MethodPost, "/registry/pods/nginx", "", http.StatusMethodNotAllowed, "POST"},
		{http.MethodDelete, "/registry/pods/nginx", "", http.StatusNoContent, ""},
		{http.MethodDelete, "/registry/pods/nginx", "", http.StatusNotFound, "pods/nginx"},
		{http.MethodGet, "/elsewhere", "", http.StatusNotFound, "404"},
	}
	for _, exchange := range exchanges {
		request := httptest.NewRequest(exchange.method, exchange.path, strings.NewReader(exchange.body))
		response := httptest.NewRecorder()
		chain.ServeHTTP(response, request)
		if response.Code != exchange.code {
			t.Errorf("%s %s: code %d, want %d", exchange.method, exchange.path, response.Code, exchange.code)
		}
		if !strings.Contains(response.Body.String(), exchange.answer) {
			t.Errorf("%s %s: %q does not contain %q", exchange.method, exchange.path, response.Body, exchange.answer)
		}
	}
}
