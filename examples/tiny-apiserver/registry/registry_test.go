package registry

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestAFullStoreStillReplaces(t *testing.T) {
	store := NewStore[string](1)
	if created, err := store.Put("a", "first"); !created || err != nil {
		t.Fatalf("the first key: created %v, error %v", created, err)
	}
	if _, err := store.Put("b", "second"); !errors.Is(err, ErrFull) {
		t.Errorf("a second key in a store for one: %v", err)
	}
	if created, err := store.Put("a", "third"); created || err != nil {
		t.Errorf("replacing: created %v, error %v", created, err)
	}
	if value, _ := store.Get("a"); value != "third" {
		t.Errorf("got %q after replacing", value)
	}
}

func TestKeysAreInOrder(t *testing.T) {
	store := NewStore[int](3)
	for i, key := range []string{"pods/b", "nodes/a", "pods/a"} {
		if _, err := store.Put(key, i); err != nil {
			t.Fatal(err)
		}
	}
	if got := strings.Join(store.Keys(), " "); got != "nodes/a pods/a pods/b" {
		t.Errorf("keys %q", got)
	}
}

func TestAValueThatIsTooLongIsRefused(t *testing.T) {
	store := NewStore[[]byte](10)
	s := NewServer(store, Limits{RequestBytes: 8, ValueBytes: 4}, http.NotFoundHandler())
	for length, want := range map[int]int{4: http.StatusCreated, 5: http.StatusRequestEntityTooLarge, 9: http.StatusRequestEntityTooLarge} {
		body := strings.NewReader(strings.Repeat("x", length))
		request := httptest.NewRequest(http.MethodPut, "/registry/key", body)
		response := httptest.NewRecorder()
		s.ServeHTTP(response, request)
		if response.Code != want {
			t.Errorf("%d bytes: code %d, want %d", length, response.Code, want)
		}
		store.Delete("key")
	}
}
