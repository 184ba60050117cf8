import type { Metadata } from 'next'
import { openSubject } from '@/features/subject/open-subject'

export const metadata: Metadata = { title: '项目' }

export default openSubject('project')
