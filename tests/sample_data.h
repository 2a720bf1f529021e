#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QProcess>
#include <QTest>

namespace neuraxis::test {

/// The folder of an unpacked sample set, unpacked into the build folder at first use; empty when there is no
/// sample data. It lies in ../shared/data beside the checkout, or where NEURAXIS_SAMPLE_DATA says.
inline QString sampleSet(const QString& name) {
    QString from = qEnvironmentVariable("NEURAXIS_SAMPLE_DATA");
    // Not __FILE__, which a compiler cache makes relative
    if (from.isEmpty()) from = QStringLiteral(QT_TESTCASE_SOURCEDIR "/../../shared/data");
    const auto isWhole = [&](const QString& root) {
        return QFileInfo::exists(QDir(root).filePath(name + QStringLiteral("/.complete")));
    };
    if (isWhole(from)) return QDir(from).filePath(name);
    const QString script = QDir(from).filePath(QStringLiteral("unpack.sh"));
    if (!QFileInfo::exists(QDir(from).filePath(name)) || !QFileInfo::exists(script)) return {};
    const QString into = QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("sample-data"));
    QDir().mkpath(into);
    QLockFile lock(into + QStringLiteral("/.lock")); // tests run side by side
    lock.setStaleLockTime(0);
    lock.lock();
    if (!isWhole(into)) QProcess::execute(QStringLiteral("sh"), {script, into, name});
    return isWhole(into) ? QDir(into).filePath(name) : QString();
}

} // namespace neuraxis::test

/// Leaves the test when there is no sample data; else `variable` is the set's folder.
#define NEURAXIS_SAMPLE_SET(variable, name)                                                                            \
    const QString variable = neuraxis::test::sampleSet(name);                                                          \
    if (variable.isEmpty()) QSKIP("skipped: no sample data")
