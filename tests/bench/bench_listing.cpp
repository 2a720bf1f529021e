// Lists a folder of DICOM files: bench_listing make DIR writes 10,000 of them in 50 series; bench_listing DIR tells how
// fast they are listed, when the first series was there, and the memory that took.
#include "core/io/scan.h"
#include "peak.h"
#include "tests/dicom_phantom.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <cstdio>

using namespace neuraxis;

namespace {

constexpr int seriesCount = 50, slicesOfSeries = 200, side = 128;

int make(const QDir& dir) {
    for (int s = 0; s < seriesCount; ++s) {
        const QString folder = QStringLiteral("DICOM/%1").arg(s);
        if (!dir.mkpath(folder)) return 1;
        for (int k = 0; k < slicesOfSeries; ++k) {
            test::DicomPhantom p;
            p.columns = p.rows = side;
            p.instance = k + 1;
            p.position = "-96\\-96\\" + QByteArray::number(k);
            p.spacing = "1.5\\1.5";
            p.thickness = p.between = "1";
            p.seriesUid = "2.25.900." + QByteArray::number(s);
            p.series = s + 1;
            p.more[0x00080018] = "2.25.901." + QByteArray::number(s) + '.' + QByteArray::number(k);
            p.more[0x00080070] = "Philips";
            p.values = {100, 200, 300, 400, 500, 600, 700};
            p.write(dir.filePath(QStringLiteral("%1/IM_%2").arg(folder).arg(k, 4, 10, QLatin1Char('0'))));
        }
    }
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == QStringLiteral("make")) return make(QDir(words.value(2)));
    const double before = bench::peakMiB();
    QElapsedTimer timer;
    timer.start();
    double firstMs = 0;
    io::Job job;
    const io::Scan scan = io::scan(
        words.mid(1), job, [&](const io::Found&) { firstMs = static_cast<double>(timer.nsecsElapsed()) / 1e6; });
    const double allMs = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    int files = static_cast<int>(scan.skipped.size());
    for (const io::Found& found : scan.found) files += static_cast<int>(found.files.size());
    std::printf("%d files, %zu volumes: %.0f ms, %.0f files/s; first volume after %.0f ms; %.1f MiB\n", files,
                scan.found.size(), allMs, files / allMs * 1000, firstMs, bench::peakMiB() - before);
    return 0;
}
