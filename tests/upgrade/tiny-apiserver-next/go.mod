module example.org/tiny-apiserver

go 1.19
