# syntax=docker/dockerfile:1
# The image of Evenkeel: Node 24 runs the sources as they are; the web is built here. docs/let-your-team-in.md explains it.
# For builds that are the same every time, write the digest behind the tag: node:24-slim@sha256:… (docker buildx
# imagetools inspect node:24-slim prints it), and renew it with each update.
ARG NODE=node:24-slim

FROM ${NODE} AS web
WORKDIR /app
COPY package.json package-lock.json ./
# Not one package has to run a script to be built with or run with.
RUN npm ci --include=dev --ignore-scripts --no-audit --no-fund
COPY index.html vite.config.ts tsconfig.json ./
COPY src ./src
RUN node node_modules/vite/bin/vite.js build

FROM ${NODE} AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# Optional are the programs of the embedded PostgreSQL; this image uses a server of its own.
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM ${NODE}
ENV NODE_ENV=production \
    EVENKEEL_DATA=/data \
    EVENKEEL_HOST=0.0.0.0 \
    PORT=4580
WORKDIR /app
COPY package.json LICENSE ./
COPY migrations ./migrations
COPY deploy/healthcheck.js ./deploy/
COPY --chmod=755 deploy/evenkeel.sh /usr/local/bin/evenkeel
COPY --from=packages /app/node_modules ./node_modules
COPY --from=web /app/dist/web ./dist/web
COPY src ./src
# What the program may change: here lies the key. Everything else belongs to root and can be mounted read-only.
RUN mkdir /data && chown node:node /data && chmod 700 /data
USER node
VOLUME /data
EXPOSE 4580
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["node", "/app/deploy/healthcheck.js"]
CMD ["node", "/app/src/main.ts", "start"]
