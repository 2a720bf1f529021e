#include "app/command.h"

#include <unistd.h>

namespace neuraxis {

namespace {
FILE* errors = nullptr; ///< Standard error as it was, once keepErrorsForUs() was called
}

void keepErrorsForUs() {
    errors = fdopen(dup(STDERR_FILENO), "w");
    if (errors) std::freopen("/dev/null", "w", stderr);
}

void printLine(FILE* to, const QString& text) {
    const QByteArray bytes = text.toUtf8();
    if (to == stderr && errors) to = errors;
    std::fputs(bytes.constData(), to);
    if (!bytes.endsWith('\n')) std::fputc('\n', to);
    std::fflush(to);
}

void tellWarnings(const VolumeHeader& header) {
    for (const Finding& finding : header.findings)
        if (finding.severity != Finding::Severity::Note)
            printLine(stderr, QStringLiteral("%1: %2").arg(header.name, finding.text));
}

} // namespace neuraxis
