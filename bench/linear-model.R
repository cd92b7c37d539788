# Fits the bench's tickets with lme4 and writes what the bench compares. Arguments: the tickets, the results.
suppressMessages({library(lme4); library(jsonlite)})
files <- commandArgs(trailingOnly = TRUE)
d <- read.csv(files[[1]])
for (n in c("technician", "client", "category", "priority", "hour")) d[[n]] <- factor(d[[n]])
invisible(gc())
before <- proc.time()
m <- lmer(y ~ priority + category + hour + (1 | technician) + (1 | client), d, REML = TRUE,
          control = lmerControl(calc.derivs = FALSE))
cpu <- proc.time() - before
# The highest resident memory of this process, in kB (Linux)
peak <- as.numeric(gsub("\\D", "", grep("VmHWM", readLines("/proc/self/status"), value = TRUE)))
theta <- getME(m, "theta"); names(theta) <- sub("\\..*", "", names(theta)); r <- ranef(m, condVar = FALSE)
write(toJSON(list(lme4 = as.character(packageVersion("lme4")), r = R.version.string, cpuSeconds = cpu[["user.self"]] + cpu[["sys.self"]],
  peakMegabytes = peak / 1024, theta = as.list(theta), sigma = sigma(m), remlLogLik = c(logLik(m)),
  technician = r$technician[[1]], client = r$client[[1]]), digits = I(15), auto_unbox = TRUE), files[[2]])
