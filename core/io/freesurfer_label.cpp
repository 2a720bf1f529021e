#include "core/io/text_numbers.h"
#include "core/io/vertex_data.h"

#include <QCoreApplication>
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
    if (!(promised >= 0 && promised <= static_cast<double>(bytes.size())))
        throw Error(QCoreApplication::translate("io",
                                                "%1 does not say how many vertices it has. Copy it again from its "
                                                "source.")
                        .arg(fileName(head.path)));
    for (auto left = static_cast<qint64>(promised); left > 0; --left) {
        double row[5];
        for (double& cell : row) {
            const auto number = numbers.next();
            if (!number) throwTruncated(head.path);
            cell = *number;
        }
        if (row[0] < 0) continue; // not on the surface
        if (row[0] > 4e9 || row[0] != std::floor(row[0]))
            throw Error(QCoreApplication::translate("io", "%1 has a vertex that is none: %2. Copy it again from its "
                                                          "source.")
                            .arg(fileName(head.path))
                            .arg(row[0]));
        label.vertices.push_back(static_cast<std::uint32_t>(row[0]));
        label.values.push_back(static_cast<float>(row[4]));
    }
    return label;
}

} // namespace neuraxis::io
