#include "core/io/text_numbers.h"
#include "core/io/vertex_data.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace neuraxis::io {

bool isFreeSurferLabel(QByteArrayView bytes, const QString& name) {
    return bytes.startsWith("#!ascii label") || (name.endsWith(QStringLiteral(".label")) && bytes.startsWith('#'));
}

LabelData readFreeSurferLabel(const FileHead& head) {
    constexpr quint64 mostBytes = 1U << 30;
    const QByteArray bytes = readWhole(head.path, head.gzipped, mostBytes);
    LabelData label;
    const qsizetype firstLine = bytes.indexOf('\n');
    const QByteArray words = bytes.first(std::max<qsizetype>(0, firstLine));
    if (const qsizetype at = words.indexOf("from subject "); at >= 0)
        label.subject = QString::fromUtf8(words.sliced(at + 13)).section(u' ', 0, 0);
    TextNumbers numbers(QByteArrayView(bytes).sliced(std::max<qsizetype>(0, firstLine)));
    const double promised = numbers.next().value_or(-1);
    if (!(promised >= 0 && promised <= static_cast<double>(bytes.size()) / 2))
        throw Error(QCoreApplication::translate("io",
                                                "%1 does not say how many vertices it has. Copy it again from its "
                                                "source.")
                        .arg(fileName(head.path)));
    const char* const end = bytes.constData() + bytes.size();
    label.vertices.reserve(static_cast<std::size_t>(promised));
    for (auto left = static_cast<qint64>(promised); left > 0; --left) {
        const auto vertex = numbers.next();
        if (!vertex) throwTruncated(head.path);
        if (*vertex > 4e9 || *vertex != std::floor(*vertex))
            throw Error(
                QCoreApplication::translate("io", "%1 has a vertex that is none: %2. Copy it again from its source.")
                    .arg(fileName(head.path))
                    .arg(*vertex));
        if (*vertex >= 0) label.vertices.push_back(static_cast<std::uint32_t>(*vertex)); // -1: not on the surface
        // Its place and value follow, and are not used
        const char* const next = std::find(numbers.place(), end, '\n');
        numbers = TextNumbers(QByteArrayView(next, end));
    }
    return label;
}

} // namespace neuraxis::io
