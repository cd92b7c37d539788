# Fits the bench's tickets with one function of R and writes what the bench compares.
# Arguments: which function, the tickets (as bench/tickets.ts writes them), how many, the results.
suppressMessages({library(lme4); library(jsonlite)})
args <- commandArgs(trailingOnly = TRUE); which <- args[[1]]
n <- as.integer(args[[3]]); file <- file(args[[2]], "rb"); d <- list()
for (name in c("technician", "client", "category", "priority", "hour", "band")) d[[name]] <- factor(readBin(file, "integer", n))
d$success <- readBin(file, "integer", n); d$y <- readBin(file, "double", n); close(file)
d <- as.data.frame(d)
linear <- y ~ priority + category + hour + (1 | technician) + (1 | client)
ends <- success ~ priority + category + band + (1 | technician) + (1 | client)
# Derivatives at the end only check that the search has ended: without them R is faster. All else is as R has it by default.
fits <- list(
  lmer = function() lmer(linear, d, REML = TRUE, control = lmerControl(calc.derivs = FALSE)),
  glmer0 = function() glmer(ends, d, family = binomial, nAGQ = 0, control = glmerControl(calc.derivs = FALSE)),
  glmer1 = function() glmer(ends, d, family = binomial, nAGQ = 1, control = glmerControl(calc.derivs = FALSE)),
  glmmTMB = function() glmmTMB::glmmTMB(ends, d, family = binomial))
tmb <- which == "glmmTMB"
if (tmb) suppressWarnings(suppressMessages(invisible(loadNamespace("glmmTMB"))))
invisible(gc())
before <- proc.time()
m <- fits[[which]]()
cpu <- proc.time() - before
# The highest resident memory of this process, in kB (Linux)
peak <- as.numeric(gsub("\\D", "", grep("VmHWM", readLines("/proc/self/status"), value = TRUE)))
sd <- function(g) attr((if (tmb) VarCorr(m)$cond else VarCorr(m))[[g]], "stddev")[[1]] / (if (which == "lmer") sigma(m) else 1)
r <- if (tmb) glmmTMB::ranef(m, condVar = FALSE)$cond else ranef(m, condVar = FALSE)
write(toJSON(list(cpuSeconds = cpu[["user.self"]] + cpu[["sys.self"]], peakMegabytes = peak / 1024,
  theta = list(technician = sd("technician"), client = sd("client")), logLik = c(logLik(m)),
  technician = r$technician[[1]], client = r$client[[1]]), digits = I(15), auto_unbox = TRUE), args[[4]])
