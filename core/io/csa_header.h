#pragma once

#include <QByteArray>
#include <QList>
#include <vector>

namespace neuraxis::io {

/// One entry of Siemens' CSA header: a name and its texts, padding removed.
struct CsaEntry {
    QByteArray name, vr;
    QList<QByteArray> values;
};

/// The CSA header (0029,xx10 or xx20 of "SIEMENS CSA HEADER"), a list of names and texts of its own, in the form with
/// the mark "SV10" or the older one without. Empty when the bytes are none; what is damaged ends the
/// list.
std::vector<CsaEntry> readCsa(QByteArrayView bytes);

/// The numbers under one name; empty when it is absent.
std::vector<double> csaNumbers(const std::vector<CsaEntry>& csa, QByteArrayView name);
/// The first text under one name.
QByteArray csaText(const std::vector<CsaEntry>& csa, QByteArrayView name);

} // namespace neuraxis::io
