#include "app/command.h"

#include <QCoreApplication>
#include <cmath>
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

std::vector<double> numbersOf(const QString& option, const QString& text, QChar separator, qsizetype count) {
    std::vector<double> values;
    for (const QString& part : text.split(separator)) {
        bool isNumber = false;
        values.push_back(part.trimmed().toDouble(&isNumber));
        if (!isNumber || !std::isfinite(values.back())) values.clear();
        if (values.empty()) break;
    }
    if (static_cast<qsizetype>(values.size()) != count)
        throw Usage{QCoreApplication::translate("RenderCommand", "--%1 %2 is not understood: %n number(s) are needed.",
                                                nullptr, static_cast<int>(count))
                        .arg(option, text)};
    return values;
}

void tellWarnings(const QString& name, const std::vector<Finding>& findings) {
    for (const Finding& finding : findings)
        if (finding.severity != Finding::Severity::Note)
            printLine(stderr, QStringLiteral("%1: %2").arg(name, finding.text));
}

} // namespace neuraxis
