#include "core/io/scan.h"
#include "tests/dicom_phantom.h"
#include "tests/sample_data.h"
#include "tests/test_main.h"

#include <QCryptographicHash>
#include <QTest>

using namespace neuraxis;

namespace {

struct Outcome {
    const char* file;  ///< As index.tsv names it, or the folder of files that are alike
    const char* shape; ///< Null where there is no image
    const char* says;  ///< The beginning of the voxels' SHA-256, or the sentence behind the file's name
};

// Voxels as other programs decode them: pydicom 2.3.1 (NumPy, its RLE decoder, and Pillow for JPEG and JPEG 2000; its
// convert_color_space for YBR and its apply_color_lut for palettes), DCMTK 3.6.7 for JPEG of more than 8 bits, lossless
// JPEG and JPEG-LS, OpenJPEG 2.5 for HTJ2K and for the stream in a JP2 file. Colours of 16 and 32 bits: the highest
// 8 bits of pydicom's. JLSL_16_15_1_1F: DCMTK's, whose sign bit 14 is then extended.
constexpr Outcome outcomes[] = {
    {"693_J2KI.dcm", "512 x 512 x 1", "f249f833d5e3cbc3"},
    {"CT_small.dcm", "128 x 128 x 1", "7a481f6ffff833ae"},
    {"ExplVR_BigEnd.dcm", "80 x 60 x 1", "1583c4339dd36e91"},
    {"ExplVR_BigEndNoMeta.dcm", nullptr, "belongs to a radiotherapy plan; this version does not show those."},
    {"ExplVR_LitEndNoMeta.dcm", nullptr, "belongs to a radiotherapy plan; this version does not show those."},
    {"GDCMJ2K_TextGBR.dcm", "400 x 400 x 1", "bea5673fdd49313f"},
    {"J2K_pixelrep_mismatch.dcm", "512 x 512 x 1", "1296350a0006ef69"},
    {"JPEG-lossy.dcm", "256 x 1024 x 1", "d30242775a414c01"},
    {"JPEG2000-embedded-sequence-delimiter.dcm", nullptr,
     "cannot be decompressed; it is damaged or compressed in an unknown way. Export it again uncompressed."},
    {"JPEG2000.dcm", "256 x 1024 x 1", "0b1224a6dcd0dceb"},
    {"JPEGLSNearLossless_08.dcm", "10 x 45 x 1", "9eb46aa86c342094"},
    {"JPEGLSNearLossless_16.dcm", "10 x 50 x 1", "f929318278115ce9"},
    {"JPGExtended.dcm", "256 x 1024 x 1", "d30242775a414c01"},
    {"MR_small.dcm", "64 x 64 x 1", "88617aaa46138fb1"},
    {"MR_small_RLE.dcm", "64 x 64 x 1", "88617aaa46138fb1"},
    {"MR_small_bigendian.dcm", "64 x 64 x 1", "88617aaa46138fb1"},
    {"MR_small_expb.dcm", "64 x 64 x 1", "88617aaa46138fb1"},
    {"MR_small_implicit.dcm", "64 x 64 x 1", "88617aaa46138fb1"},
    {"MR_small_jp2klossless.dcm", "64 x 64 x 1", "88617aaa46138fb1"},
    {"MR_small_jpeg_ls_lossless.dcm", "64 x 64 x 1", "88617aaa46138fb1"},
    {"MR_small_padded.dcm", "64 x 64 x 1", "88617aaa46138fb1"},
    {"MR_truncated.dcm", nullptr, "is cut short: it ends before its voxels do. Copy it again from its source."},
    {"SC_jpeg_no_color_transform.dcm", "256 x 256 x 1", "be7aa556b206ac44"},
    {"SC_jpeg_no_color_transform_2.dcm", "256 x 256 x 1", "334275c10bc60e80"},
    {"SC_rgb_dcmtk_+eb+cr.dcm", "100 x 100 x 1", "e414aaca68669516"},
    {"SC_rgb_dcmtk_+eb+cy+n1.dcm", "100 x 100 x 1", "e0b1a561989d6f71"},
    {"SC_rgb_dcmtk_+eb+cy+n2.dcm", "100 x 100 x 1", "ddb100d8f45a7fbf"},
    {"SC_rgb_dcmtk_+eb+cy+np.dcm", "100 x 100 x 1", "e0b1a561989d6f71"},
    {"SC_rgb_dcmtk_+eb+cy+s2.dcm", "100 x 100 x 1", "ddb100d8f45a7fbf"},
    {"SC_rgb_dcmtk_+eb+cy+s4.dcm", "100 x 100 x 1", "ddb100d8f45a7fbf"},
    {"SC_rgb_gdcm_KY.dcm", "100 x 100 x 1", "169e619557b12114"},
    {"SC_rgb_jls_lossy_line.dcm", "100 x 100 x 1", "bd5344c0a46bc6c0"},
    {"SC_rgb_jls_lossy_sample.dcm", "100 x 100 x 1", "bd5344c0a46bc6c0"},
    {"SC_rgb_jpeg.dcm", "256 x 256 x 1", "be7aa556b206ac44"},
    {"SC_rgb_jpeg_app14_dcmd.dcm", "256 x 256 x 1", "334275c10bc60e80"},
    {"SC_rgb_jpeg_dcmd.dcm", "256 x 256 x 1", "be7aa556b206ac44"},
    {"SC_rgb_jpeg_dcmtk.dcm", "100 x 100 x 1", "ddb100d8f45a7fbf"},
    {"SC_rgb_jpeg_gdcm.dcm", "100 x 100 x 1", "169e619557b12114"},
    {"SC_rgb_jpeg_lossy_gdcm.dcm", "100 x 100 x 1", "e42f7896adb9411a"},
    {"SC_rgb_rle.dcm", "100 x 100 x 1", "169e619557b12114"},
    {"SC_rgb_rle_16bit.dcm", "100 x 100 x 1", "169e619557b12114"},
    {"SC_rgb_rle_16bit_2frame.dcm", "100 x 100 x 2", "026dac3bc332e46b"},
    {"SC_rgb_rle_2frame.dcm", "100 x 100 x 2", "026dac3bc332e46b"},
    {"SC_rgb_rle_32bit.dcm", "100 x 100 x 1", "169e619557b12114"},
    {"SC_rgb_rle_32bit_2frame.dcm", "100 x 100 x 2", "026dac3bc332e46b"},
    {"SC_rgb_small_odd.dcm", "3 x 3 x 1", "ef2df252ba3cd066"},
    {"SC_rgb_small_odd_big_endian.dcm", "3 x 3 x 1", "ef2df252ba3cd066"},
    {"SC_rgb_small_odd_jpeg.dcm", "3 x 3 x 1", "f750a80478763f97"},
    {"SC_ybr_full_422_uncompressed.dcm", "100 x 100 x 1", "ddb100d8f45a7fbf"},
    {"UN_sequence.dcm", nullptr, "is a DICOM file without an image in it."},
    {"badVR.dcm", "10 x 10 x 15", "e30a4288ac229022"},
    {"empty_charset_LEI.dcm", nullptr, "is a DICOM file without an image in it."},
    {"examples_jpeg2k.dcm", "640 x 480 x 1", "e16892020c73095e"},
    {"examples_overlay.dcm", "484 x 300 x 1", "679f753ac52bc113"},
    {"examples_palette.dcm", "800 x 350 x 1", "322156a65198e9be"},
    {"examples_rgb_color.dcm", "320 x 240 x 1", "a64f021b9093684b"},
    {"examples_ybr_color.dcm", "320 x 240 x 30", "7275d2af634281c8"},
    {"image_dfl.dcm", "512 x 512 x 1", "1f5f1b1c1a57606a"},
    {"liver_1frame.dcm", nullptr, "is a DICOM segmentation; this version does not show those."},
    {"liver_expb_1frame.dcm", nullptr, "is a DICOM segmentation; this version does not show those."},
    {"meta_missing_tsyntax.dcm", nullptr, "has a damaged header (0 x 0). Copy it again from its source."},
    {"nested_priv_SQ.dcm", nullptr, "has a damaged header (0 x 0). Copy it again from its source."},
    {"no_meta.dcm", nullptr, "is named like a DICOM file but is none. Check where it comes from."},
    {"no_meta_group_length.dcm", nullptr, "belongs to a radiotherapy plan; this version does not show those."},
    {"priv_SQ.dcm", nullptr, "is a DICOM file without an image in it."},
    {"reportsi.dcm", nullptr, "is a structured report, not an image."},
    {"reportsi_with_empty_number_tags.dcm", nullptr, "is a structured report, not an image."},
    {"test-SR.dcm", nullptr, "is a structured report, not an image."},
    {"dicomdirtests/DICOMDIR", nullptr, "opens the images of its folder"},
    {"dicomdirtests/DICOMDIR-bigEnd", nullptr,
     "is the index of a DICOM disc, not an image. Open the folder it lies in."},
    {"dicomdirtests/DICOMDIR-empty.dcm", nullptr,
     "is the index of a DICOM disc, not an image. Open the folder it lies in."},
    {"dicomdirtests/DICOMDIR-implicit", nullptr,
     "is the index of a DICOM disc, not an image. Open the folder it lies in."},
    {"dicomdirtests/DICOMDIR-nooffset", nullptr,
     "is the index of a DICOM disc, not an image. Open the folder it lies in."},
    {"dicomdirtests/DICOMDIR-nopatient", nullptr,
     "is the index of a DICOM disc, not an image. Open the folder it lies in."},
    {"dicomdirtests/DICOMDIR-reordered", nullptr,
     "is the index of a DICOM disc, not an image. Open the folder it lies in."},
    {"dicomdirtests/77654033/CR1/6154", "16 x 16 x 1", "b4f80ef9a5bb7ada"},
    {"dicomdirtests/77654033/CR2/6247", "16 x 16 x 1", "c75000e585b6f793"},
    {"dicomdirtests/77654033/CR3/6278", "16 x 16 x 1", "e9e644f9f19700ae"},
    {"dicomdirtests/77654033/CT2/17106", "16 x 16 x 1", "dc3e50f720085437"},
    {"dicomdirtests/77654033/CT2/17136", "16 x 16 x 1", "8fcf0892e27e8626"},
    {"dicomdirtests/77654033/CT2/17166", "16 x 16 x 1", "4c2de77e2b30e201"},
    {"dicomdirtests/77654033/CT2/17196", "16 x 16 x 1", "2ce85835439ff146"},
    {"dicomdirtests/98892001/CT2N/6293", "16 x 16 x 1", "13830e9dfa93d30f"},
    {"dicomdirtests/98892001/CT2N/6924", "16 x 16 x 1", "490e9ce50bd5eb91"},
    {"dicomdirtests/98892001/CT5N/2062", "16 x 16 x 1", "3235337d6bd43145"},
    {"dicomdirtests/98892001/CT5N/2392", "16 x 16 x 1", "8793c11085b78cd2"},
    {"dicomdirtests/98892001/CT5N/2693", "16 x 16 x 1", "4fd4da8f7115450f"},
    {"dicomdirtests/98892001/CT5N/3023", "16 x 16 x 1", "591cb7b6d7ef5994"},
    {"dicomdirtests/98892001/CT5N/3353", "16 x 16 x 1", "7aaf88522f22b56b"},
    {"dicomdirtests/98892003/MR1/15820", "16 x 16 x 1", "0c1d5c2e1bf64705"},
    {"dicomdirtests/98892003/MR1/4919", "16 x 16 x 1", "4ed14538799710bb"},
    {"dicomdirtests/98892003/MR1/5641", "16 x 16 x 1", "0c2c1b4d10adc6c9"},
    {"dicomdirtests/98892003/MR2/15970", "16 x 16 x 1", "68838316a48739f3"},
    {"dicomdirtests/98892003/MR2/4950", "16 x 16 x 1", "f2dc95308176cb2a"},
    {"dicomdirtests/98892003/MR2/4981", "16 x 16 x 1", "25f3f7c6cf7785b0"},
    {"dicomdirtests/98892003/MR2/5011", "16 x 16 x 1", "b2b771655d17aaaa"},
    {"dicomdirtests/98892003/MR2/6273", "16 x 16 x 1", "df13acf6608f72bb"},
    {"dicomdirtests/98892003/MR2/6605", "16 x 16 x 1", "acc6db91e4fb9190"},
    {"dicomdirtests/98892003/MR2/6935", "16 x 16 x 1", "0a2bf896bb1a4aa4"},
    {"dicomdirtests/98892003/MR700/4467", "16 x 16 x 1", "94d8e8756ae36efa"},
    {"dicomdirtests/98892003/MR700/4528", "16 x 16 x 1", "732ce909b2452781"},
    {"dicomdirtests/98892003/MR700/4558", "16 x 16 x 1", "580a7b4ea15fb073"},
    {"dicomdirtests/98892003/MR700/4588", "16 x 16 x 1", "6ecf6197bb868ca0"},
    {"dicomdirtests/98892003/MR700/4618", "16 x 16 x 1", "03155c1a869a959b"},
    {"dicomdirtests/98892003/MR700/4648", "16 x 16 x 1", "121481a32b953bd8"},
    {"dicomdirtests/98892003/MR700/4678", "16 x 16 x 1", "188a112d64c75019"},
    {"dicomdirtests/TINY_ALPHA/DICOMDIR", nullptr,
     "The folder TINY_ALPHA holds no images. Choose the folder that holds them."},
    {"dicomdirtests/TINY_ALPHA/README", nullptr, "is not an image of a kind Neuraxis reads."},
    {"extra/693_J2KR.dcm", "512 x 512 x 1", "6b3b6bb553a0b569"},
    {"extra/HTJ2KLossless_08_RGB.dcm", "640 x 480 x 1", "9d87240604f5d752"},
    {"extra/JLSL_16_15_1_1F.dcm", "128 x 128 x 1", "bb0a20c386271e83"},
    {"extra/JPEG-LL.dcm", "256 x 1024 x 1", "a6e9d32143339d3f"},
    {"extra/JPGLosslessP14SV1_1s_1f_8b.dcm", "1024 x 768 x 1", "36e27e4f1e87a7d5"},
    {"extra/MR-SIEMENS-DICOM-WithOverlays.dcm", "484 x 484 x 1", "8c042a175e4a49ca"},
    {"extra/MR2_J2KI.dcm", "1024 x 1024 x 1", "5964b5a1b27090d6"},
    {"extra/MR2_J2KR.dcm", "1024 x 1024 x 1", "7d1a676f3c012d0c"},
    {"extra/OBXXXX1A_rle.dcm", "800 x 600 x 1", "f27736ea1acb75cb"},
    {"extra/OBXXXX1A_rle_2frame.dcm", "800 x 600 x 2", "7b43b70eef940616"},
    {"extra/SC_rgb_dcmtk_ebcyn1_dcmd.dcm", "100 x 100 x 1", "e0b1a561989d6f71"},
    {"extra/bad_sequence.dcm", "512 x 512 x 1", "ef7120ddfc77c166"},
    {"extra/color-pl.dcm", "256 x 120 x 1", "4631a14e915f1a7f"},
    {"extra/color-px.dcm", "256 x 120 x 1", "4631a14e915f1a7f"},
    {"extra/emri_small.dcm", "64 x 64 x 10", "9719c5d0f62ce971"},
    {"extra/emri_small_RLE.dcm", "64 x 64 x 10", "9719c5d0f62ce971"},
    {"extra/emri_small_big_endian.dcm", "64 x 64 x 10", "9719c5d0f62ce971"},
    {"extra/emri_small_jpeg_2k_lossless.dcm", "64 x 64 x 10", "9719c5d0f62ce971"},
    {"extra/emri_small_jpeg_2k_lossless_too_short.dcm", "64 x 64 x 10", "9719c5d0f62ce971"},
    {"extra/emri_small_jpeg_ls_lossless.dcm", "64 x 64 x 10", "9719c5d0f62ce971"},
    {"extra/explicit_VR-UN.dcm", "512 x 512 x 1", "a729f6fe1e757629"},
    {"extra/liver.dcm", nullptr, "is a DICOM segmentation; this version does not show those."},
    {"extra/liver_deflate.dcm", nullptr, "is a DICOM segmentation; this version does not show those."},
    {"extra/liver_j2k.dcm", nullptr, "is a DICOM segmentation; this version does not show those."},
    {"extra/liver_nonbyte_aligned.dcm", nullptr, "is a DICOM segmentation; this version does not show those."},
    {"extra/liver_nonbyte_aligned_deflate.dcm", nullptr, "is a DICOM segmentation; this version does not show those."},
    {"extra/liver_nonbyte_aligned_j2k.dcm", nullptr, "is a DICOM segmentation; this version does not show those."},
    {"extra/liver_nonbyte_aligned_rle.dcm", nullptr, "is a DICOM segmentation; this version does not show those."},
    {"extra/liver_rle.dcm", nullptr, "is a DICOM segmentation; this version does not show those."},
    {"extra/mlut_18.dcm", "512 x 512 x 1", "8c5e46dbbefadf90"},
    {"extra/parametric_map_float.dcm", "128 x 128 x 1", "ef41ff13cf378171"},
    {"extra/vlut_04.dcm", "512 x 512 x 1", "74853be063ef5655"},
    {"dicomdirtests/TINY_ALPHA/PT000000/", nullptr, "is a DICOM file without an image in it."},
};

// The same files called secondary captures, so that they are no segmentations: pydicom's pixels of the uncompressed
// ones, which the others were made from.
constexpr Outcome singleBits[] = {
    {"liver_1frame.dcm", "512 x 512 x 1", "e036a07b502fdfd1"},
    {"liver_expb_1frame.dcm", "512 x 512 x 1", "e036a07b502fdfd1"},
    {"extra/liver.dcm", "512 x 512 x 3", "86ceb97b138085d0"},
    {"extra/liver_deflate.dcm", "512 x 512 x 3", "86ceb97b138085d0"},
    {"extra/liver_j2k.dcm", "512 x 512 x 3", "86ceb97b138085d0"},
    {"extra/liver_rle.dcm", "512 x 512 x 3", "86ceb97b138085d0"},
    {"extra/liver_nonbyte_aligned.dcm", "510 x 510 x 3", "842dd64c92ce1a92"},
    {"extra/liver_nonbyte_aligned_deflate.dcm", "510 x 510 x 3", "842dd64c92ce1a92"},
    {"extra/liver_nonbyte_aligned_j2k.dcm", "510 x 510 x 3", "842dd64c92ce1a92"},
    {"extra/liver_nonbyte_aligned_rle.dcm", "510 x 510 x 3", "842dd64c92ce1a92"},
};

/// "W x H x D" and the hash's beginning of the one volume in a file, or the sentence about it.
QStringList outcomeOf(const QString& path) {
    io::Job job;
    const io::Scan scan = io::scan({path}, job);
    const QString name = QFileInfo(path).fileName() + u' ';
    const auto sentence = [&](const QString& whole) {
        return QStringList{whole.startsWith(name) ? whole.sliced(name.size()) : whole};
    };
    if (scan.found.size() > 1) return {QStringLiteral("opens the images of its folder")};
    if (scan.found.empty()) return sentence(scan.skipped.empty() ? QString() : scan.skipped[0].reason);
    try {
        const auto volume = io::read(scan.found[0], job);
        const VolumeHeader& h = volume->header();
        const QByteArrayView bytes(reinterpret_cast<const char*>(volume->voxels(0)), static_cast<qsizetype>(h.bytes()));
        const QByteArray hash = QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Sha256).toHex();
        return {QStringLiteral("%1 x %2 x %3").arg(h.size[0]).arg(h.size[1]).arg(h.size[2]),
                QString::fromLatin1(hash.left(16))};
    } catch (const io::Error& error) {
        return sentence(error.sentence());
    }
}

QStringList wanted(const Outcome& outcome) {
    const QString says = QString::fromLatin1(outcome.says);
    return outcome.shape ? QStringList{QString::fromLatin1(outcome.shape), says} : QStringList{says};
}

} // namespace

/// pydicom's collection of DICOM files, good and bad: each opens with the right pixels or says why not.
class PydicomTest : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyFile();
    void singleBitPixels();
};

void PydicomTest::everyFile() {
    NEURAXIS_SAMPLE_SET(root, QStringLiteral("ts_pydicom"));
    QFile index(root + QStringLiteral("/index.tsv"));
    QVERIFY(index.open(QFile::ReadOnly));
    index.readLine();
    int files = 0, opened = 0;
    QStringList different;
    while (!index.atEnd()) {
        const QByteArray file = index.readLine().split('\t').at(0);
        const auto* row = std::find_if(std::begin(outcomes), std::end(outcomes), [&](const Outcome& o) {
            return file == o.file || (QByteArrayView(o.file).back() == '/' && file.startsWith(o.file));
        });
        QVERIFY2(row != std::end(outcomes), file.constData());
        const QStringList outcome = outcomeOf(root + u'/' + QString::fromUtf8(file));
        if (outcome != wanted(*row))
            different << QString::fromUtf8(file) + QStringLiteral(": ") + outcome.join(QStringLiteral(", "));
        ++files;
        opened += row->shape != nullptr;
    }
    QVERIFY2(different.isEmpty(), qPrintable(different.join(QLatin1Char('\n'))));
    qInfo("%d files: %d open with the right pixels, %d say why not", files, opened, files - opened);
}

void PydicomTest::singleBitPixels() {
    NEURAXIS_SAMPLE_SET(root, QStringLiteral("ts_pydicom"));
    const QTemporaryDir dir;
    for (const Outcome& row : singleBits) {
        QFile file(root + u'/' + QString::fromLatin1(row.file));
        QVERIFY(file.open(QFile::ReadOnly));
        QByteArray bytes = file.readAll();
        bytes.replace("1.2.840.10008.5.1.4.1.1.66.4", QByteArray("1.2.840.10008.5.1.4.1.1.7.1\0", 28));
        const QString path = dir.filePath(QFileInfo(file).fileName());
        test::writeFile(path, bytes);
        QCOMPARE(outcomeOf(path), wanted(row));
    }
}

NEURAXIS_TEST_MAIN(PydicomTest)
#include "tst_io_pydicom.moc"
