// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <initializer_list>
#include <iterator>

namespace watchword::screens {

/// Random numbers that are the same on every machine and with every Qt: splitmix64.
class Random
{
public:
    explicit Random(quint64 seed)
        : m_state(seed)
    {
    }

    quint64 next()
    {
        m_state += 0x9e3779b97f4a7c15U;
        quint64 z = m_state;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }

    /// Both ends included.
    int between(int lowest, int highest)
    {
        return lowest + int(((next() >> 32U) * quint64(highest - lowest + 1)) >> 32U);
    }
    double real(double lowest, double highest)
    {
        return lowest + (highest - lowest) * double(next() >> 11U) / double(quint64(1) << 53U);
    }
    bool chance(double share) { return real(0, 1) < share; }
    /// Mean 0, deviation 1, never beyond 6.
    double bell()
    {
        double sum = -6;
        for (int i = 0; i < 12; ++i)
            sum += real(0, 1);
        return sum;
    }
    template <class T> T oneOf(std::initializer_list<T> list) { return list.begin()[between(0, int(list.size()) - 1)]; }
    template <class List> const auto &oneOf(const List &list)
    {
        return *std::next(std::begin(list), between(0, int(std::size(list)) - 1));
    }
    /// Another row of numbers, so that what one part draws does not change what another does.
    Random branch() { return Random(next()); }

private:
    quint64 m_state;
};

} // namespace watchword::screens
