#include "core/io/basic_profile.h"

#include <QFile>
#include <QHash>

namespace neuraxis::io {

namespace {

struct Masked {
    DicomTag tag, mask;
    QByteArray action;
};

/// The shipped table, read once.
struct Table {
    QHash<DicomTag, QByteArray> exact;
    std::vector<Masked> masked; ///< Repeating groups: 50XX, 60XX

    Table() {
        QFile file(QStringLiteral(":/dicom/basic_profile.tsv"));
        if (!file.open(QFile::ReadOnly)) qFatal("the table of identifying elements is missing");
        for (const QByteArray& line : file.readAll().split('\n')) {
            const QList<QByteArray> cells = line.split('\t');
            if (cells.size() != 2 || cells[0].size() != 8) continue;
            bool isNumber = false;
            const DicomTag tag = QByteArray(cells[0]).replace('X', '0').toUInt(&isNumber, 16);
            if (!isNumber) continue;
            DicomTag mask = 0;
            for (const char digit : cells[0]) mask = mask << 4 | (digit == 'X' ? 0 : 0xf);
            if (mask == 0xffffffff)
                exact.insert(tag, cells[1]);
            else
                masked.push_back({tag, mask, cells[1]});
        }
    }
};

} // namespace

QByteArray basicProfileAction(DicomTag tag) {
    static const Table table;
    if (tag >> 16 & 1) return "X";
    if (const auto row = table.exact.constFind(tag); row != table.exact.constEnd()) return *row;
    for (const Masked& row : table.masked)
        if ((tag & row.mask) == row.tag) return row.action;
    return {};
}

} // namespace neuraxis::io
