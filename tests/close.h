#pragma once

#include <QTest>
#include <cmath>

/// Fails, with both numbers, where they are farther from each other than `off`.
#define CLOSE(a, b, off)                                                                                               \
    QVERIFY2(std::abs((a) - (b)) <= (off), qPrintable(QString::number(a, 'g', 15) + u' ' + QString::number(b, 'g', 15)))
