#include "core/io/gdcm/module.h"

#include <QFile>
#include <gdcmDataSet.h>
#include <gdcmFile.h>
#include <gdcmWriter.h>

namespace neuraxis::io {

namespace {

constexpr const char* mrImageStorage = "1.2.840.10008.5.1.4.1.1.4";

/// Puts elements into a data set, padded to even length as DICOM asks.
class Elements {
  public:
    explicit Elements(gdcm::DataSet& dataset) : dataset(dataset) {}
    void text(std::uint16_t group, std::uint16_t element, gdcm::VR::VRType vr, const QString& value) {
        QByteArray bytes = value.toUtf8();
        if (bytes.size() % 2) bytes += vr == gdcm::VR::UI ? '\0' : ' ';
        put(group, element, vr, bytes.constData(), bytes.size());
    }
    void number(std::uint16_t group, std::uint16_t element, double value) {
        text(group, element, gdcm::VR::DS, QString::number(value, 'g', 10));
    }
    void numbers(std::uint16_t group, std::uint16_t element, std::initializer_list<double> values) {
        QStringList words;
        for (const double v : values) words << QString::number(v, 'f', 8).left(16); // DS holds 16 characters
        text(group, element, gdcm::VR::DS, words.join(u'\\'));
    }
    void whole(std::uint16_t group, std::uint16_t element, int value) {
        const auto stored = static_cast<std::uint16_t>(value);
        put(group, element, gdcm::VR::US, reinterpret_cast<const char*>(&stored), 2);
    }
    void put(std::uint16_t group, std::uint16_t element, gdcm::VR::VRType vr, const char* bytes, qsizetype length) {
        gdcm::DataElement e(gdcm::Tag(group, element));
        e.SetVR(vr);
        e.SetByteValue(bytes, static_cast<std::uint32_t>(length));
        dataset.Insert(e);
    }

  private:
    gdcm::DataSet& dataset;
};

void putSeries(Elements& e, const MrSeries& about) {
    using gdcm::VR;
    const QString date = about.acquired.toString(QStringLiteral("yyyyMMdd")),
                  time = about.acquired.toString(QStringLiteral("HHmmss"));
    e.text(0x0008, 0x0005, VR::CS, QStringLiteral("ISO_IR 192"));
    e.text(0x0008, 0x0008, VR::CS, QStringLiteral("ORIGINAL\\PRIMARY\\M\\ND"));
    e.text(0x0008, 0x0016, VR::UI, QLatin1String(mrImageStorage));
    for (const std::uint16_t element : {0x0020, 0x0021, 0x0022, 0x0023}) e.text(0x0008, element, VR::DA, date);
    for (const std::uint16_t element : {0x0030, 0x0031, 0x0032, 0x0033}) e.text(0x0008, element, VR::TM, time);
    e.text(0x0008, 0x0050, VR::SH, {});
    e.text(0x0008, 0x0060, VR::CS, QStringLiteral("MR"));
    e.text(0x0008, 0x0070, VR::LO, QStringLiteral("Neuraxis demo"));
    e.text(0x0008, 0x0090, VR::PN, {});
    e.text(0x0008, 0x1030, VR::LO, about.studyDescription);
    e.text(0x0008, 0x103e, VR::LO, about.description);
    e.text(0x0010, 0x0010, VR::PN, about.participant);
    e.text(0x0010, 0x0020, VR::LO, about.participant);
    e.text(0x0010, 0x0030, VR::DA, {});
    e.text(0x0010, 0x0040, VR::CS, {});
    e.text(0x0012, 0x0062, VR::CS, QStringLiteral("YES"));
    e.text(0x0018, 0x0015, VR::CS, QStringLiteral("BRAIN"));
    e.text(0x0018, 0x0020, VR::CS, QStringLiteral("GR"));
    e.text(0x0018, 0x0021, VR::CS, QStringLiteral("SP\\MP"));
    e.text(0x0018, 0x0022, VR::CS, {});
    e.text(0x0018, 0x0023, VR::CS, QStringLiteral("3D"));
    e.number(0x0018, 0x0080, about.repetitionTimeMs);
    e.number(0x0018, 0x0081, about.echoTimeMs);
    e.number(0x0018, 0x0082, about.inversionTimeMs);
    e.text(0x0018, 0x0086, VR::IS, QStringLiteral("1"));
    e.number(0x0018, 0x0087, about.fieldTesla);
    e.text(0x0018, 0x0091, VR::IS, QStringLiteral("1"));
    e.text(0x0018, 0x1030, VR::LO, about.description);
    e.number(0x0018, 0x1314, about.flipDegrees);
    e.text(0x0018, 0x5100, VR::CS, QStringLiteral("HFS"));
    e.text(0x0020, 0x000d, VR::UI, about.studyUid);
    e.text(0x0020, 0x000e, VR::UI, about.seriesUid);
    e.text(0x0020, 0x0010, VR::SH, QStringLiteral("1"));
    e.text(0x0020, 0x0011, VR::IS, QString::number(about.number));
    e.text(0x0020, 0x0012, VR::IS, QStringLiteral("1"));
    e.text(0x0020, 0x0052, VR::UI, about.frameOfReferenceUid);
    e.text(0x0020, 0x1040, VR::LO, {});
    e.number(0x0028, 0x1050, about.windowCentre);
    e.number(0x0028, 0x1051, about.windowWidth);
}

void putSlice(Elements& e, const Volume& volume, int slice, const QString& instanceUid) {
    using gdcm::VR;
    const VolumeHeader& header = volume.header();
    const Affine& affine = header.voxelToLps;
    const WorldVector along = unit(affine.step(0)), down = unit(affine.step(1));
    const WorldPoint p = affine.toWorld({0, 0, double(slice)});
    const auto spacing = affine.spacingMm();
    e.text(0x0008, 0x0018, VR::UI, instanceUid);
    e.text(0x0020, 0x0013, VR::IS, QString::number(slice + 1));
    e.numbers(0x0020, 0x0032, {p.x, p.y, p.z});
    e.numbers(0x0020, 0x0037, {along.x, along.y, along.z, down.x, down.y, down.z});
    e.numbers(0x0020, 0x1041, {dot(p - WorldPoint(), unit(cross(along, down)))});
    e.number(0x0018, 0x0050, spacing[2]);
    e.number(0x0018, 0x0088, spacing[2]);
    e.number(0x0018, 0x1100, spacing[0] * header.size[0]);
    e.whole(0x0028, 0x0002, 1);
    e.text(0x0028, 0x0004, VR::CS, QStringLiteral("MONOCHROME2"));
    e.whole(0x0028, 0x0010, header.size[1]);
    e.whole(0x0028, 0x0011, header.size[0]);
    e.text(0x0028, 0x0030, VR::DS, QStringLiteral("%1\\%2").arg(spacing[1], 0, 'g', 10).arg(spacing[0], 0, 'g', 10));
    e.whole(0x0028, 0x0100, 16);
    e.whole(0x0028, 0x0101, 12);
    e.whole(0x0028, 0x0102, 11);
    e.whole(0x0028, 0x0103, 0);
    const auto bytes = static_cast<qsizetype>(header.size[0]) * header.size[1] * 2;
    e.put(0x7fe0, 0x0010, VR::OW, reinterpret_cast<const char*>(volume.voxels()) + bytes * slice, bytes);
}

} // namespace

bool Module::writeSlice(const Volume& volume, const MrSeries& about, int slice, const QString& instanceUid,
                        const QString& path) const {
    gdcm::Writer writer;
    gdcm::File& file = writer.GetFile();
    Elements elements(file.GetDataSet());
    putSeries(elements, about);
    putSlice(elements, volume, slice, instanceUid);
    file.GetHeader().SetDataSetTransferSyntax(gdcm::TransferSyntax::ExplicitVRLittleEndian);
    writer.SetFileName(QFile::encodeName(path).constData());
    return writer.Write();
}

} // namespace neuraxis::io
