#include "app/command.h"

namespace neuraxis {

void printLine(FILE* to, const QString& text) {
    const QByteArray bytes = text.toUtf8();
    std::fputs(bytes.constData(), to);
    if (!bytes.endsWith('\n')) std::fputc('\n', to);
}

void tellWarnings(const VolumeHeader& header) {
    for (const Finding& finding : header.findings)
        if (finding.severity != Finding::Severity::Note) printLine(stderr, QStringLiteral("%1: %2").arg(header.name, finding.text));
}

} // namespace neuraxis
