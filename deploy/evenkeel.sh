#!/bin/sh
# `evenkeel …` inside the container.
exec node /app/src/main.ts "$@"
