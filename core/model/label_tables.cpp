#include "core/model/label_tables.h"

#include <QColor>
#include <QFile>
#include <cmath>

namespace neuraxis {

namespace {

LabelTable shipped(const QString& path) {
    QFile file(path);
    if (!file.open(QFile::ReadOnly)) qFatal("a table of labels is missing");
    std::vector<Label> labels;
    for (const QByteArray& line : file.readAll().split('\n')) {
        const QList<QByteArray> cells = line.split('\t');
        bool isNumber = false;
        const int id = cells.front().toInt(&isNumber);
        if (isNumber && cells.size() == 5)
            labels.push_back(
                {id, QString::fromUtf8(cells[1]), qRgb(cells[2].toInt(), cells[3].toInt(), cells[4].toInt())});
    }
    return LabelTable(std::move(labels));
}

} // namespace

const LabelTable& freeSurferLabels() {
    static const LabelTable table = shipped(QStringLiteral(":/lut/freesurfer.tsv"));
    return table;
}

QRgb paletteColour(int id) {
    // The golden ratio spreads the hues of any run of numbers evenly; a mask's 1 is red.
    constexpr double goldenRatio = 0.61803398874989485;
    const double turns = (id - 1.0) * goldenRatio;
    const auto bits = static_cast<unsigned>(id);
    return QColor::fromHsvF(static_cast<float>(turns - std::floor(turns)), bits & 2 ? 0.55F : 0.8F,
                            bits & 4 ? 0.75F : 0.95F)
        .rgb();
}

QRgb labelColour(const LabelTable& table, int id) {
    if (id == 0) return 0;
    const Label* label = table.find(id);
    return label ? label->colour | 0xff000000 : paletteColour(id);
}

} // namespace neuraxis
