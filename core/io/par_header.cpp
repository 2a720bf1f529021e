#include "core/io/par_header.h"

#include <cmath>
#include <cstdlib>
#include <limits>

namespace neuraxis::io {

namespace {

/// How many numbers of a line belong to a column, left to right; Columns stands for what is not used.
struct Field {
    ParImage::Column column;
    int numbers = 1;
};
constexpr ParImage::Column unused = ParImage::Columns;

// As each file describes its lines itself. V4 ends after the inversion delay, V4.1 after the gradient.
constexpr Field lineOfV4[] = {{ParImage::Slice},
                              {ParImage::Echo},
                              {ParImage::Dynamic},
                              {ParImage::CardiacPhase},
                              {ParImage::Type},
                              {ParImage::Sequence},
                              {ParImage::Index},
                              {ParImage::Bits},
                              {unused}, // scan percentage
                              {ParImage::Resolution, 2},
                              {ParImage::RescaleIntercept},
                              {ParImage::RescaleSlope},
                              {ParImage::ScaleSlope},
                              {ParImage::WindowCentre},
                              {ParImage::WindowWidth},
                              {ParImage::Angulation, 3},
                              {ParImage::OffCentre, 3},
                              {ParImage::ThicknessMm},
                              {ParImage::GapMm},
                              {unused}, // display orientation
                              {ParImage::Orientation},
                              {unused, 2}, // fMRI status, end of diastole or systole
                              {ParImage::Spacing, 2},
                              {ParImage::EchoTimeMs},
                              {ParImage::BeginS},
                              {ParImage::TriggerMs},
                              {ParImage::BValue},
                              {unused}, // averages
                              {ParImage::FlipDeg},
                              {unused, 4}, // cardiac frequency, RR intervals, turbo factor
                              {ParImage::InversionMs},
                              {ParImage::BNumber},
                              {ParImage::GradientNumber},
                              {unused, 2}, // contrast and anisotropy type
                              {ParImage::Gradient, 3},
                              {ParImage::Label}};

// Size, thickness and bits stand in the general part.
constexpr Field lineOfV3[] = {{ParImage::Slice},
                              {ParImage::Echo},
                              {ParImage::Dynamic},
                              {ParImage::CardiacPhase},
                              {ParImage::Type},
                              {ParImage::Sequence},
                              {ParImage::Index},
                              {ParImage::RescaleIntercept},
                              {ParImage::RescaleSlope},
                              {ParImage::ScaleSlope},
                              {ParImage::WindowCentre},
                              {ParImage::WindowWidth},
                              {ParImage::Angulation, 3},
                              {ParImage::OffCentre, 3},
                              {unused}, // display orientation
                              {ParImage::Orientation},
                              {unused, 2},
                              {ParImage::Spacing, 2},
                              {ParImage::EchoTimeMs},
                              {ParImage::BeginS},
                              {ParImage::TriggerMs},
                              {ParImage::BValue},
                              {unused},
                              {ParImage::FlipDeg}};

QString plainName(const QString& name) {
    QString plain;
    for (const QChar c : name)
        if (c.isLetterOrNumber()) plain += c.toLower();
    return plain;
}

/// A line's numbers; a word (contrast types may be words) counts as a number that says nothing.
std::vector<double> numbersOf(const QByteArray& line) {
    std::vector<double> numbers;
    for (const QByteArray& word : line.simplified().split(' ')) {
        bool isNumber = false;
        const double number = word.toDouble(&isNumber);
        numbers.push_back(isNumber && std::isfinite(number) ? number : 0);
    }
    return numbers;
}

template <std::size_t N>
bool readLine(const std::vector<double>& numbers, const Field (&fields)[N], std::size_t least, ParImage& image) {
    if (numbers.size() < least) return false;
    std::size_t next = 0;
    for (const Field& field : fields)
        for (int i = 0; i < field.numbers; ++i, ++next)
            if (field.column != unused && next < numbers.size())
                image.columns[static_cast<std::size_t>(field.column + i)] = numbers[next];
    return true;
}

} // namespace

int ParImage::whole(int column) const {
    const double number = at(column);
    return std::abs(number) <= std::numeric_limits<int>::max() && number == std::floor(number)
               ? static_cast<int>(number)
               : 0;
}

QString ParHeader::text(const char* name) const {
    const QString wanted = plainName(QLatin1String(name));
    const auto row = general.lowerBound(wanted);
    return row != general.end() && row.key().startsWith(wanted) ? row.value() : QString();
}

std::vector<double> ParHeader::numbers(const char* name) const {
    const QString value = text(name);
    return value.isEmpty() ? std::vector<double>() : numbersOf(value.toLatin1());
}

double ParHeader::number(const char* name) const {
    const auto all = numbers(name);
    return all.empty() ? 0 : all[0];
}

bool looksLikePar(QByteArrayView firstBytes) {
    const QByteArray start = firstBytes.first(std::min<qsizetype>(firstBytes.size(), 4096)).toByteArray();
    return start.contains("image export tool") && start.contains("GENERAL INFORMATION");
}

ParHeader readParHeader(const QByteArray& bytes) {
    ParHeader header;
    for (const QByteArray& raw : bytes.split('\n')) {
        const QByteArray line = raw.trimmed();
        if (line.startsWith('#')) {
            if (const qsizetype at = line.indexOf("image export tool"); at >= 0)
                if (const qsizetype v = line.indexOf('V', at); v >= 0)
                    header.version = line.mid(v + 1).trimmed().split(' ')[0].toDouble();
        } else if (line.startsWith('.')) {
            const qsizetype colon = line.indexOf(':');
            if (colon < 0) continue;
            const QString name = plainName(QString::fromUtf8(line.mid(1, colon - 1)));
            if (name.startsWith(QStringLiteral("patientname"))) continue;
            if (!header.general.contains(name))
                header.general.insert(name, QString::fromUtf8(line.mid(colon + 1)).trimmed());
        } else if (!line.isEmpty() && header.version > 0) {
            ParImage image;
            const auto numbers = numbersOf(line);
            // A line cut short must not pass for one with zeros: V4's shortest has 41 numbers, V3's 28.
            if (header.version < 4 ? readLine(numbers, lineOfV3, 28, image) : readLine(numbers, lineOfV4, 41, image))
                header.images.push_back(image);
        }
    }
    if (header.version >= 4) return header;
    const auto size = header.numbers("Recon resolution");
    for (ParImage& image : header.images) {
        image.columns[ParImage::Bits] = header.number("Image pixel size");
        for (std::size_t i = 0; i < std::min<std::size_t>(2, size.size()); ++i)
            image.columns[ParImage::Resolution + i] = size[i];
        image.columns[ParImage::ThicknessMm] = header.number("Slice thickness");
        image.columns[ParImage::GapMm] = header.number("Slice gap");
    }
    return header;
}

} // namespace neuraxis::io
