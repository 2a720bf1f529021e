#include "app/command.h"

namespace neuraxis {

void printLine(FILE* to, const QString& text) {
    const QByteArray bytes = text.toUtf8();
    std::fputs(bytes.constData(), to);
    if (!bytes.endsWith('\n')) std::fputc('\n', to);
}

} // namespace neuraxis
