#pragma once

#include <QByteArrayView>
#include <QMap>
#include <QString>
#include <array>
#include <vector>

namespace neuraxis::io {

/// One line of a Philips PAR file's table: one image of the REC file beside it.
struct ParImage {
    /// The columns that are used, in the order of the V4.2 table.
    enum Column {
        Slice,
        Echo,
        Dynamic,
        CardiacPhase,
        Type,
        Sequence,
        Index,
        Bits,
        Resolution,
        RescaleIntercept = Resolution + 2,
        RescaleSlope,
        ScaleSlope,
        WindowCentre,
        WindowWidth,
        Angulation,
        OffCentre = Angulation + 3,
        ThicknessMm = OffCentre + 3,
        GapMm,
        Orientation,
        Spacing,
        EchoTimeMs = Spacing + 2,
        BeginS,
        TriggerMs,
        BValue,
        FlipDeg,
        InversionMs,
        BNumber,
        GradientNumber,
        Gradient,
        Label = Gradient + 3,
        Columns
    };
    std::array<double, Columns> columns{};
    [[nodiscard]] double at(int column) const { return columns[static_cast<std::size_t>(column)]; }
    /// A whole number within reach of an int, else 0.
    [[nodiscard]] int whole(int column) const;
};

/// A PAR file: what it says once, and a line for each image. Angles and places are in the order AP, FH, RL.
struct ParHeader {
    double version = 0; ///< 3, 4, 4.1, 4.2
    std::vector<ParImage> images;

    /// The text after the colon of the first line whose name begins so; letters and digits are compared, in any case.
    [[nodiscard]] QString text(const char* name) const;
    [[nodiscard]] std::vector<double> numbers(const char* name) const;
    [[nodiscard]] double number(const char* name) const; ///< 0 where there is none

    QMap<QString, QString> general; ///< By name, letters and digits only, in lower case
};

/// Whether a file begins like a PAR file.
bool looksLikePar(QByteArrayView firstBytes);

/// Lines that make no sense are left out. Without a version or a line of the table the header is empty.
ParHeader readParHeader(const QByteArray& bytes);

} // namespace neuraxis::io
