module example.org/postroom/stamps

go 1.19
